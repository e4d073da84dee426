"""A figure differs from the reports, from the notice, or from itself.

What it looks for
    "n of m" beside a percentage that is not n / m; a rate of a metric that no report, notice or
    typed figure gives; counts of causes that do not add up; figures in an edited paragraph that
    are no facts of the case.
Why Amazon cares
    It has the same reports. One wrong figure costs the belief in all others.
Example
    "37 of 412 orders were late, 7.98%."
Write instead
    "37 of 412 orders were late, 8.98%."
Sources
    Amazon help G201623610 (facts); trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.case import Diagnosis, FigureStated
from appeal_core.language import message, percent_text
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft, Item, Sentence
from appeal_core.review.figures import Known, known_of, metrics_of, pairs_in, percents_in
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule

_CELLS = re.compile(r"(?<![\d.,])(\d[\d,]*)\s*\|\s*(\d[\d,]*)\s*\|\s*(\d+(?:\.(\d+))?) ?%")
_ALL = re.compile(
    r"\ball (?:of )?(?:the )?(\d[\d,]*) (?:\w+ )?(?:orders|defects|cancellations|parcels)|全部 ?(\d+) ?笔",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"\bcauses?\b|explain|account for|原因|解释", re.IGNORECASE)
_SHARE = re.compile(
    r"[(（](\d[\d,]*) ?(?:orders?|defects?|笔订单|笔|parcels?|cancellations?)[)）]", re.IGNORECASE
)
_COUNT = re.compile(
    r"(?<![\w.,-])\d+(?:\.\d+)? ?%|(?<![\w.,-])\d[\d,]*(?= (?:\w+ )?(?:orders?|units?|listings?|parcels?)\b)"
)


def _check(draft: Draft) -> Iterator[Hit]:
    known = {m: known_of(m, draft.context) for m in metrics_of(draft.context.causes, draft.context)}
    for sentence in draft.sentences:
        yield from _arithmetic(sentence)
        yield from _against_reports(sentence, known)
    for item in draft.items:
        if item.kind == "row":
            yield from _row(item)
    yield from _sum(draft)
    yield from _edited(draft)


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
        n, m = (int(match[k].replace(",", "")) for k in (1, 2))
        step = 10.0 ** -len(match[4] or "")
        if 0 < n <= m and all(abs(r * 100 - float(match[3])) >= step * 1.001 for r in (n / m, 1 - n / m)):
            yield _wrong(item.start + match.start(3), item.start + match.end(3) + 1, n, m)


def _against_reports(sentence: Sentence, known: dict[str, Known]) -> Iterator[Hit]:
    named = [m for m in known if (words := _term(m)) and words.search(sentence.text)]
    if len(named) != 1 or not known[named[0]].rates:
        return
    metric = known[named[0]]
    right = ", ".join(percent_text(r, "en") for r in sorted(metric.rates))
    for percent in percents_in(sentence.text):
        limit = percent.target or any(percent.is_(t) for t in metric.targets)
        if not limit and not pairs_in(sentence.text) and not any(percent.is_(r) for r in metric.rates):
            text = message("The reports and the notice give {right} for this rate.", right=right)
            yield Hit(text, sentence.start + percent.start, sentence.start + percent.end)
    for pair in pairs_in(sentence.text):
        if _strange(pair.n, pair.m, metric):
            pairs = message("The reports and the notice give neither these counts nor this share.")
            yield Hit(pairs, sentence.start + pair.start, sentence.start + pair.end)


def _term(metric: str) -> re.Pattern[str] | None:
    return knowledge().causes.get(metric)


def _strange(n: int, m: int, metric: Known) -> bool:
    if not metric.numerators or not metric.denominators or m in metric.numerators:
        return False
    if any(n == d and o in (m, None) for d, o in metric.parts) or any(m == o for _, o in metric.parts):
        return False
    return n in metric.numerators and m not in metric.denominators and m > max(metric.numerators)


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


def _edited(draft: Draft) -> Iterator[Hit]:
    letter = draft.context.letter
    if letter is None:
        return
    facts = {v.replace(" ", "") for fact in letter.facts.values() for v in fact.values}
    whole = " ".join(facts)
    for block in (b for b in letter.blocks() if b.edited):
        item = next((i for i in draft.items if i.block == block.id), None)
        for match in _COUNT.finditer(item.text if item else ""):
            value = match.group().replace(" ", "")
            if item and not re.search(rf"(?<![\d.,]){re.escape(value)}(?![\d%])", whole):
                text = message("“{words}” is no figure of this case.", words=match.group())
                yield Hit(text, item.start + match.start(), item.start + match.end(), severity="warning")


RULE = Rule(
    id="figure-differs",
    severity="blocker",
    why=message("Amazon has the same reports. One wrong figure costs the belief in all the others."),
    source="Amazon help G201623610",
    check=_check,
)

_STATED = FigureStated(
    start=0, end=0, text="", metric="late_shipment_rate", rate=0.0898, numerator=37, denominator=412
)
_NOTICE = Context(diagnosis=Diagnosis(text="", figures=(_STATED,)))

EXAMPLES = (
    Example("fires", "37 of 412 orders were confirmed late, 7.98%.", match="7.98%"),
    Example("fires", "Our late shipment rate was 6.2%.", _NOTICE, match="6.2%"),
    Example("fires", "Of our orders, 37 of 421 were confirmed late.", _NOTICE, match="37 of 421"),
    Example(
        "fires",
        "| Window | Late | Orders | Rate |\n|---|---|---|---|\n| 30 days | 37 | 412 | 9.89% |",
        match="9.89%",
    ),
    Example(
        "fires",
        "Two causes explain all 37 late orders.\nRoot causes\n1.1 Stock (20 orders). No count was kept.\n1.2 Upload (8 orders). It failed.",
    ),
    Example("quiet", "37 of 412 orders were confirmed late, 8.98%.", _NOTICE),
    Example("quiet", "Our late shipment rate was 9%, above the 4% target.", _NOTICE),
    Example("near", "Our late shipment rate passed the 4% target.", _NOTICE),
    Example("near", "Of 94 orders for these items, 29 were confirmed late.", _NOTICE),
    Example("near", "29 of 37 late orders hold these two items (78%).", _NOTICE),
)
