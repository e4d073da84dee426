"""A piece of text in both languages, with the facts, gaps and exhibits that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from appeal_core.case import Gap
from appeal_core.language import Bilingual, Lang, list_text


@dataclass(frozen=True, slots=True)
class Said:
    """What templates print. It must go through the template's output, never through `str()`."""

    en: str = ""
    zh: str = ""
    facts: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    exhibits: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)

    def __str__(self) -> str:
        raise TypeError("a Said has two languages: print it by itself, without '~' or a filter")

    def in_(self, lang: Lang) -> str:
        """The text in `lang`."""
        return self.zh if lang == "zh" else self.en


def plain(text: Bilingual) -> Said:
    """A text without facts."""
    return Said(text.in_("en"), text.in_("zh"))


def fill(en: str, zh: str, parts: Mapping[str, Said]) -> Said:
    """Both patterns with their `{names}` replaced, carrying everything that stands in the parts."""
    texts = {lang: {name: part.in_(lang) for name, part in parts.items()} for lang in ("en", "zh")}
    return _with_all(en.format_map(texts["en"]), zh.format_map(texts["zh"]), parts.values())


def sequence(parts: Iterable[Said]) -> Said:
    """One sentence after the other."""
    kept = [p for p in parts if p]
    return _with_all(" ".join(p.en for p in kept), "".join(p.zh for p in kept), kept)


def listed(parts: Iterable[Said]) -> Said:
    """`A, B and C`, `A、B 和 C`."""
    kept = [p for p in parts if p]
    return _with_all(list_text((p.en for p in kept), "en"), list_text((p.zh for p in kept), "zh"), kept)


def semicolons(parts: Iterable[Said]) -> Said:
    """Several entries in one cell of a table."""
    kept = [p for p in parts if p]
    return _with_all("; ".join(p.en for p in kept), "；".join(p.zh for p in kept), kept)


def sentence(part: Said) -> Said:
    """The same words, ended by a full stop where they have no end mark."""
    if not part:
        return part
    en = part.en.rstrip() if part.en.rstrip().endswith((".", "!", "?", "]")) else part.en.rstrip() + "."
    zh = (
        part.zh.rstrip()
        if part.zh.rstrip().endswith(("。", "！", "？", "]"))
        else part.zh.rstrip(" .") + "。"
    )
    return Said(en if part.en else "", zh if part.zh else "", part.facts, part.gaps, part.exhibits)


def lowered(part: Said) -> Said:
    """A name inside an English sentence: `Late shipment rate` -> `late shipment rate`; `FBA` stays."""
    first = re.match(r"[A-Z][a-z]+(?![\w'-])", part.en)
    en = part.en[0].lower() + part.en[1:] if first else part.en
    return Said(en, part.zh, part.facts, part.gaps, part.exhibits)


def _with_all(en: str, zh: str, parts: Iterable[Said]) -> Said:
    facts: dict[str, None] = {}
    gaps: dict[str, Gap] = {}
    exhibits: dict[str, None] = {}
    for part in parts:
        facts.update(dict.fromkeys(part.facts))
        gaps.update({g.id: g for g in part.gaps})
        exhibits.update(dict.fromkeys(part.exhibits))
    return Said(en, zh, tuple(facts), tuple(gaps.values()), tuple(exhibits))
