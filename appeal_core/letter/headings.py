"""The headings that Amazon itself asks for: a notice's own bullets, the points that a reply wants more of."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from appeal_core.case import Case, Span
from appeal_core.language import LANGS, Bilingual, Lang, message
from appeal_core.letter.kinds import kind_for
from appeal_core.letter.ledger import Ledger, both
from appeal_core.letter.said import Said
from appeal_core.letter.sent import last_reply
from appeal_core.letter.template import read_data
from appeal_core.text.tongue import languages

PLAN = ("root_cause", "actions", "prevention")
_LONGEST, _MOST_WORDS = 96, 16  # of a heading: longer ones are read as sentences
_CJK = re.compile(r"[\u3400-\u9fff]")
_MARK = re.compile(r"^[\s\-–—•·*●▪◦>]*(?:\(?\d{1,2}[.)、]\s*)?[\s\"“]*")
_END = re.compile(r"(?:[\s.;:,。；：，、\"”]+|[;,；，\s](?:and|or)|(?:以及|和|及))+$")


@dataclass(frozen=True)
class Heading:
    """A heading in Amazon's words. `parts`: what stands under it, first the part that it names.

    `named`: a reply asks for it by name, so that what does not answer it is a gap. `wide`: it names no part, and
    each of the three can answer it.
    """

    id: str
    parts: tuple[str, ...]
    said: Said
    words: str
    named: bool = False
    wide: bool = False

    @property
    def path(self) -> str:
        """Where the seller's own sentence to it stands in the case."""
        return f"answers.{self.id}"


@dataclass(frozen=True)
class _Asked:
    """A piece of Amazon's list, cleaned."""

    part: str  # empty: it names none, and all stand under it
    words: str
    lang: Lang | None  # `None`: neither of ours
    ref: str


def headings(ledger: Ledger, titles: Mapping[str, Bilingual], *, of_reply: bool) -> tuple[Heading, ...]:
    """The letter's headings in the order of Amazon's message; empty where the standing ones are right.

    `titles` are the standing ones by part; `of_reply`: the newest message's named points come first.
    """
    named = of_reply and bool(wanted := list(_named(ledger.case)))
    asked = _once(wanted if named else _bullets(ledger.case))
    paired = _paired(asked, titles)
    return tuple(_heading(ledger, one, titles, paired, named) for one in paired)


def named_points(case: Case) -> dict[str, str]:
    """What Amazon's newest message names as missing, in its words, by the path of the seller's own answer to each.

    Empty where the next letter is no supplement.
    """
    if kind_for(case) != "supplement":
        return {}
    return {f"answers.{_key(one.words)}": one.words for one in _once(_named(case))}


def _key(words: str) -> str:
    return f"named_{hashlib.sha256(words.lower().encode()).hexdigest()[:8]}"


def _bullets(case: Case) -> Iterable[_Asked]:
    for span in case.diagnosis.bullets if case.diagnosis else ():
        words = cleaned(span.text)
        lang: Lang = "zh" if _CJK.search(words) else "en"
        part = _lead(words)
        if part and _fits(words):
            yield _Asked(part, words, lang, f"notice:{span.start}-{span.end}")


def _named(case: Case) -> Iterable[_Asked]:
    """What Amazon's newest answer, or a notice that wants more, names: without papers and several parts at once."""
    for span, tongues, ref in _points(case):
        words = _shortened(cleaned(span.text))
        lang: Lang | None = "zh" if _CJK.search(words) else "en" if "en" in tongues else None
        part = _lead(words)
        families = [f for f in _book()["families"] if re.search(f, words, re.IGNORECASE)]
        if not _fits(words) or _papers(words) or (not part and len(families) > 1):
            continue
        if not part and families:
            part = PLAN[_book()["families"].index(families[0])]
        yield _Asked(part, words, lang, ref)


def _points(case: Case) -> Iterable[tuple[Span, tuple[str, ...], str]]:
    reply, found = last_reply(case), case.diagnosis
    if reply and reply.named:
        tongues = languages(reply.text)
        yield from ((span, tongues, "replies") for span in reply.named)
    elif found and case.stage == "more_information":
        yield from ((s, (found.language,), f"notice:{s.start}-{s.end}") for s in found.details)


def cleaned(text: str) -> str:
    """A bullet's words: without its mark, "greater detail on", stops and a trailing "and"; in sentence case."""
    bare = _END.sub("", _MARK.sub("", " ".join(text.split())))
    bare = re.sub(_book()["detail"], "", bare, flags=re.IGNORECASE)
    if _too_long(bare):
        bare = re.sub(_book()["tail"], "", bare, flags=re.IGNORECASE)
    return bare[:1].upper() + bare[1:]


def _shortened(words: str) -> str:
    """A point that a reply names keeps its heading, whatever its length: to its first stop, then by words."""
    words = re.split(r"[:：.。;；!?]\s", words, maxsplit=1)[0]
    if not _too_long(words):
        return words
    kept = words.split()[:_MOST_WORDS]
    while len(kept) > 1 and len(" ".join(kept)) >= _LONGEST:
        kept.pop()
    return " ".join(kept)[: _LONGEST - 1] + "…"


def _too_long(words: str) -> bool:
    return len(words) > _LONGEST or len(words.split()) > _MOST_WORDS


def _book() -> dict[str, Any]:
    found: dict[str, Any] = read_data("headings.yaml")
    return found


def _lead(words: str) -> str:
    """The one part of a plan that the words ask for."""
    leads = _book()["leads"]
    return next((p for p in PLAN if any(re.search(lead, words, re.IGNORECASE) for lead in leads[p])), "")


def _fits(words: str) -> bool:
    broken = re.search(r"[:：.。;；!?]\s", words) or re.search(_book()["cut"], words, re.IGNORECASE)
    return len(words) > 1 and not _too_long(words) and not broken


def _papers(words: str) -> bool:
    return bool(re.search(_book()["papers"], words, re.IGNORECASE))


def _once(asked: Iterable[_Asked]) -> list[_Asked]:
    return list({one.words.lower(): one for one in asked}.values())[: len(_book()["nth"])]


def _paired(asked: list[_Asked], titles: Mapping[str, Bilingual]) -> dict[_Asked, _Asked | None]:
    """Each point with its Chinese twin, where a notice prints its list in both languages."""
    chinese = [one for one in asked if one.lang == "zh"]
    others = [one for one in asked if one.lang != "zh"]
    if [c.part for c in chinese] == [o.part for o in others]:
        return dict(zip(others, chinese, strict=True))
    kept = others if others and chinese else asked
    return {one: None for one in kept if not one.part or one.part in titles}


def _heading(
    ledger: Ledger,
    one: _Asked,
    titles: Mapping[str, Bilingual],
    paired: Mapping[_Asked, _Asked | None],
    named: bool,
) -> Heading:
    twin, part = paired[one], one.part or PLAN[0]
    alone = sum(other.part == one.part for other in paired) == 1 and bool(one.part)
    said: dict[Lang, str] = {}
    for lang in LANGS:
        own = one.words if one.lang == lang else twin.words if twin and lang == "zh" else ""
        standing = titles[part].in_(lang)
        nth = _book()["nth"][list(paired).index(one)]
        other = _book()["elsewhere" if one.part else "wide"][lang].format(
            part=standing, nth=nth, words=one.words
        )
        said[lang] = own or (standing if alone else other)
    key = _key(one.words)
    label = both(message("Amazon's own words"))
    printed = ledger.name(f"heading.{key}", Said(said["en"], said["zh"]), one.ref, label, "notice")
    return Heading(key, (one.part,) if one.part else PLAN, printed, one.words, named, not one.part)
