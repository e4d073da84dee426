"""Figures of a draft that contradict each other, whatever the reports say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message, percent_text
from appeal_core.review.draft import Draft, Item, Sentence
from appeal_core.review.figures import pairs_in, percents_in
from appeal_core.review.rule import Hit

_CELLS = re.compile(r"(?<![\d.,])(\d[\d,]*)\s*\|\s*(\d[\d,]*)\s*\|\s*(\d+(?:\.(\d+))?) ?%")
_ALL = re.compile(
    r"\ball (?:of )?(?:the )?(\d[\d,]*) (?:\w+ )?(?:orders|defects|cancellations|parcels)|全部 ?(\d+) ?笔",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"\bcauses?\b|explain|account for|原因|解释", re.IGNORECASE)
_SHARE = re.compile(
    r"[(（](\d[\d,]*) ?(?:orders?|defects?|笔订单|笔|parcels?|cancellations?)[)）]", re.IGNORECASE
)


def contradictions(draft: Draft) -> Iterator[Hit]:
    """Shares that are not their count over their total, and causes that do not add up."""
    for sentence in draft.sentences:
        yield from _arithmetic(sentence)
    for item in draft.items:
        if item.kind == "row":
            yield from _row(item)
    yield from _sum(draft)


def row_pairs(item: Item) -> Iterator[tuple[int, int, int, int]]:
    """The count and the total of a row that ends in their rate: start, end, count, total."""
    for match in _CELLS.finditer(item.text):
        yield item.start + match.start(1), item.start + match.end(2), _whole(match[1]), _whole(match[2])


def _arithmetic(sentence: Sentence) -> Iterator[Hit]:
    pairs = pairs_in(sentence.text)
    percents = [p for p in percents_in(sentence.text) if not p.target]
    if len(pairs) != 1 or len(percents) != 1:
        return
    pair, percent = pairs[0], percents[0]
    if (
        pair.m
        and pair.n <= pair.m
        and not percent.is_(pair.n / pair.m)
        and not percent.is_(1 - pair.n / pair.m)
    ):
        yield _wrong(sentence.start + percent.start, sentence.start + percent.end, pair.n, pair.m)


def _wrong(start: int, end: int, n: int, m: int) -> Hit:
    right = percent_text(n / m, "en")
    return Hit(message("{n} of {m} is {right}.", n=n, m=m, right=right), start, end, suggestion=right)


def _row(item: Item) -> Iterator[Hit]:
    for match in _CELLS.finditer(item.text):
        n, m = (_whole(match[k]) for k in (1, 2))
        step = 10.0 ** -len(match[4] or "")
        if 0 < n <= m and all(abs(r * 100 - float(match[3])) >= step * 1.001 for r in (n / m, 1 - n / m)):
            yield _wrong(item.start + match.start(3), item.start + match.end(3) + 1, n, m)


def _sum(draft: Draft) -> Iterator[Hit]:
    """Counts in the headings of root causes against the "all n orders" that they explain."""
    shares = [m for i in draft.items if i.part == "root_cause" for m in _SHARE.finditer(i.text[:200])]
    stated = [
        (sentence, match)
        for sentence in draft.sentences
        if sentence.part in ("other", "root_cause") and _EXPLAINED.search(sentence.text)
        for match in _ALL.finditer(sentence.text)
    ]
    if len(shares) < 2 or not stated:
        return
    sentence, match = stated[0]
    total, added = _whole(match[1] or match[2]), sum(_whole(m[1]) for m in shares)
    if added != total:
        text = message("The causes add up to {added}, not to {total}.", added=added, total=total)
        yield Hit(text, sentence.start + match.start(), sentence.start + match.end())


def _whole(text: str) -> int:
    return int(text.replace(",", ""))
