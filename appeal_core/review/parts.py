"""Cuts a draft into root cause, actions, prevention and the rest, whatever its headings say."""

from __future__ import annotations

import re
from dataclasses import replace

from appeal_core.review.context import Context
from appeal_core.review.draft import ENDLESS, PLAN_PARTS, Draft, Item, ItemKind, Part, language_of
from appeal_core.review.knowledge import knowledge

_MARK = re.compile(r"^[\s>#*_]*(?:[-–—•●▪◦·\uf0b7\uf0a7*]\s+|\(?\d{1,2}(?:\.\d{1,2})*\s?[.)、:：-]?\s*|[（(][一二三四五六七八九十\d]+[）)]\s*|"
                   r"[一二三四五六七八九十]+[、.]\s*|\(?[a-zA-Z][.)]\s+|(?:step|question|part|section)\s+\d+\s*[.:)-]\s*)?[\s*_]*", re.I)  # fmt: skip
_POINT = re.compile(
    r"^[\s>]*(?:[-–—•●▪◦·\uf0b7\uf0a7*]\s+|\(?\d{1,2}(?:\.\d{1,2})*[.)、:]?\s+|\d{1,2}[.)、]|\(?[a-zA-Z][.)]\s+|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、)"
)
_SUBPOINT = re.compile(r"^[\s>*_]*\d{1,2}\.\d{1,2}\b")
_BULLET = re.compile(r"^[\s>]*[-–—•●▪◦·\uf0b7\uf0a7*]\s+")
_TITLE = re.compile(r"plan of action|\bPOA\b|行动计划", re.IGNORECASE)  # names the letter, opens no part
_CJK = re.compile(r"[\u3400-\u9fff]")
_CELLS = re.compile(r"[|\t]")
_RULE_ROW = re.compile(r"^[\s>|:\-+]+$")
# A notice's own bullet as a heading; with a verb it is the first line of a sentence.
_ASKED = re.compile(
    r"(?:the )?(?:root causes?(?:\(s\))? of|actions? you (?:have )?taken|steps you (?:have )?taken to prevent)\b"
    r"(?!.*(?<!that )\b(?:was|were|is|are|lay)\b)",
    re.IGNORECASE,
)
_TERMINAL = re.compile(r"[.!?:;。！？：；|]\s*[*_\"”)]*\s*$")


def cut(text: str, context: Context) -> Draft:
    """The draft of a plain text (markdown marks are tolerated)."""
    read = ENDLESS.sub(_blank, text)
    items = _rows_named(_parted(_without_crumbs(_lines(read), read)))
    if not any(i.kind == "heading" and i.part in PLAN_PARTS for i in items):
        items = [_by_content(i) for i in items]
    return Draft(text=text, items=tuple(items), lang=language_of(text), context=context)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def part_of_heading(words: str) -> Part | None:
    """Which part a heading opens; `None` when it is no heading that is known."""
    if _TITLE.search(words):
        return None
    for part, pattern in knowledge().headings.items():
        if pattern.search(words.strip(" *_#:：")):
            return part
    return None


def _lines(text: str) -> list[Item]:
    """Lines as items; a line that goes on in the next one is joined with it."""
    items: list[Item] = []
    place, open_end = 0, False
    for line in text.splitlines(keepends=True):
        bare = line.strip().strip(">").strip()
        start, place = place, place + len(line)
        if not bare or _RULE_ROW.match(bare):
            open_end = False
            continue
        first = start + len(line) - len(line.lstrip(" \t>"))
        end = start + len(line.rstrip())
        if open_end and not _POINT.match(line) and not _CELLS.search(bare) and not _opens_a_part(bare):
            before = items[-1]
            items[-1] = replace(before, end=end, text=text[before.start : end])
        else:
            items.append(Item(first, end, text[first:end], "other", _kind(bare, line)))
        open_end = (
            items[-1].kind != "row"
            and len(bare) >= 50
            and not _TERMINAL.search(bare)
            and not _ASKED.match(_MARK.sub("", bare, count=1))
        )
    return items


CRUMB = 48  # characters of a table cell's line in a PDF's text
CRUMBS = 8  # such lines one after the other are a table that lost its lines


def _without_crumbs(items: list[Item], text: str) -> list[Item]:
    """A table read from a PDF comes as many short lines: each run of them becomes one paragraph."""
    found: list[Item] = []
    run: list[Item] = []
    for item in [*items, None]:
        if item is not None and _is_crumb(item):
            run.append(item)
            continue
        if len(run) >= CRUMBS:
            start, end = run[0].start, run[-1].end
            run = [replace(run[0], end=end, text=text[start:end])]
        found += run
        run = []
        if item is not None:
            found.append(item)
    return found


def _is_crumb(item: Item) -> bool:
    short = item.end - item.start <= CRUMB and item.kind in ("paragraph", "point")
    marked = _BULLET.match(item.text) or _SUBPOINT.match(item.text)
    return (
        short
        and not marked
        and not _opens_a_part(item.text.strip())
        and not item.text.rstrip().endswith((":", "："))
    )


def _opens_a_part(bare: str) -> bool:
    words = _MARK.sub("", bare, count=1)
    return len(words.split()) <= 6 and part_of_heading(words) is not None


def _kind(bare: str, line: str) -> ItemKind:
    if bare.count("|") >= 2 or bare.count("\t") >= 2:
        return "row"
    return "point" if _POINT.match(line) else "paragraph"


def _parted(items: list[Item]) -> list[Item]:
    found: list[Item] = []
    part: Part = "other"
    for item in items:
        label, rest = _label(item)
        opened = part_of_heading(label) if label else None
        if opened is None and item.kind != "row" and knowledge().closing.match(_MARK.sub("", item.text)):
            part = "other"
        if opened is None:
            kind = (
                "intro" if item.text.rstrip(" *_").endswith((":", "：")) and item.kind != "row" else item.kind
            )
            found.append(replace(item, part=part, kind=kind))
            continue
        part = opened
        cut_at = item.end - len(rest)
        heading = replace(
            item, part=part, kind="heading", end=cut_at, text=item.text[: len(item.text) - len(rest)]
        )
        found.append(heading)
        if rest.strip():
            found.append(replace(item, part=part, start=cut_at, text=rest, kind="paragraph"))
    return found


def _label(item: Item) -> tuple[str, str]:
    """The words of an item that may be a heading, and what follows them on the line."""
    if item.kind == "row":
        return "", ""
    bare = _MARK.sub("", item.text, count=1)
    offset = len(item.text) - len(bare)
    words = bare.strip(" *_#")
    alone = len(words.split()) <= 16 and len(words) <= 110 and not re.search(r"[.!;。！；]$", words)
    if alone and ":" not in words.rstrip(":：") and "：" not in words.rstrip("：:"):
        bulleted = _BULLET.match(item.text) or _SUBPOINT.match(item.text)
        if words.endswith((":", "：", "?", "？")) or not bulleted:
            return words, ""
        return "", ""
    colon = re.search(r"[:：]", bare)
    if colon and _CJK.search(bare[: colon.start()]) and colon.start() > 12:
        return "", ""  # a sentence, not a label
    if (
        colon
        and len(bare[: colon.start()].split()) <= 7
        and colon.start() <= 60
        and not _SUBPOINT.match(item.text)
    ):
        return bare[: colon.start()], item.text[offset + colon.end() :]
    return "", ""


def _rows_named(items: list[Item]) -> list[Item]:
    """Gives each table row its header's cells, and takes the header out of what is said."""
    found: list[Item] = []
    columns: tuple[str, ...] = ()
    for item in items:
        if item.kind != "row":
            columns = ()
            found.append(item)
        elif not columns:
            columns = tuple(c.lower() for c in item.cells)
            found.append(replace(item, kind="header_row"))
        else:
            found.append(replace(item, columns=columns))
    return found


def _by_content(item: Item) -> Item:
    """The part of an item of a draft without headings, by what it says."""
    if not item.says_something:
        return item
    for part, pattern in knowledge().content.items():
        if pattern.search(item.text):
            return replace(item, part=part)
    return item
