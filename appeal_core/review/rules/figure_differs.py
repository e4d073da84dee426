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

from appeal_core.case import FigureStated
from appeal_core.language import message, percent_text
from appeal_core.review.arithmetic import contradictions, row_pairs
from appeal_core.review.draft import Draft, Sentence
from appeal_core.review.examples import noticed
from appeal_core.review.figures import Known, Percent, known_of, metrics_of, pairs_in, percents_in
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule

_RATE = re.compile(r"\brate\b|\b(?:ODR|LSR|VTR|OTDR)\b|率", re.IGNORECASE)
_MANY = re.compile(
    r"(?<![\d.,])(\d[\d,]*) (?:late|cancel+ed|defective) (?:orders|shipments)"
    r"|(?<![\d.,])(\d[\d,]*) (?:orders|shipments) (?:were|was|have been) (?:\w+ )?(?:late|cancel+ed|defective)"
    r"|(\d[\d,]*) ?笔(?:订单)?(?:迟发|延迟发货|被取消)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?<![\w.,-])\d+(?:\.\d+)? ?%|(?<![\w.,-])\d[\d,]*(?= (?:\w+ )?(?:orders?|units?|listings?|parcels?)\b)"
)


def _check(draft: Draft) -> Iterator[Hit]:
    known = {m: known_of(m, draft.context) for m in metrics_of(draft.context.causes, draft.context)}
    for sentence in draft.sentences:
        yield from _against_reports(sentence, known)
    yield from contradictions(draft)
    yield from _rows(draft, known)
    yield from _edited(draft)


def _against_reports(sentence: Sentence, known: dict[str, Known]) -> Iterator[Hit]:
    named = [m for m in known if (words := _term(m)) and words.search(sentence.text)]
    if len(named) != 1 or not known[named[0]].rates:
        return
    metric = known[named[0]]
    pairs, percents = pairs_in(sentence.text), percents_in(sentence.text)
    if not pairs and _RATE.search(sentence.text):
        for percent in percents:
            if _other_rate(percent, sentence.text, metric):
                right = ", ".join(percent_text(r, "en") for r in sorted(metric.rates))
                text = message("The reports and the notice give {right} for this rate.", right=right)
                yield Hit(text, sentence.start + percent.start, sentence.start + percent.end)
    whole = sentence.part == "other" and any(not p.target for p in percents)
    for pair in pairs:
        if _strange(pair.n, pair.m, metric, whole=whole):
            yield Hit(_NEITHER, sentence.start + pair.start, sentence.start + pair.end)
    for match in _MANY.finditer(sentence.text):
        if _too_many(int((match[1] or match[2] or match[3]).replace(",", "")), metric):
            yield Hit(_MORE, sentence.start + match.start(), sentence.start + match.end())


def _rows(draft: Draft, known: dict[str, Known]) -> Iterator[Hit]:
    """Rows of windows (count, orders, rate) against the one metric of which figures are known."""
    counted = [k for k in known.values() if k.numerators and k.denominators]
    for item in draft.items:
        for start, end, n, m in row_pairs(item) if item.kind == "row" and len(counted) == 1 else ():
            if _strange(n, m, counted[0], whole=True):
                yield Hit(_NEITHER, start, end)


def _term(metric: str) -> re.Pattern[str] | None:
    return knowledge().causes.get(metric)


def _other_rate(percent: Percent, text: str, metric: Known) -> bool:
    """Whether a percentage is meant as the metric's rate, and is none that is known."""
    limit = percent.target or any(percent.is_(t) for t in metric.targets)
    share = re.match(r" of (?!(?:our |all |the )?orders)", text[percent.end :])
    return not limit and not share and not any(percent.is_(r) or percent.is_(1 - r) for r in metric.rates)


def _strange(n: int, m: int, metric: Known, *, whole: bool) -> bool:
    """Whether one side of a pair is the metric's and the other is not. `whole`: it is no part count."""
    if not metric.numerators or not metric.denominators or m in metric.numerators:
        return False
    if any(n == d and o in (m, None) for d, o in metric.parts) or any(m == o for _, o in metric.parts):
        return False
    if m in metric.denominators and m - n in metric.numerators:
        return False  # the other side of the same count
    if n in metric.numerators:
        return m not in metric.denominators and m > max(metric.numerators)
    return m in metric.denominators and (whole or n > max(metric.numerators))


def _too_many(n: int, metric: Known) -> bool:
    return bool(metric.numerators) and n > max(metric.numerators) and n not in metric.denominators


_NEITHER = message("The reports and the notice give neither these counts nor this share.")
_MORE = message("The reports and the notice give fewer than that.")


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
    family="truth",
)

_STATED = FigureStated(
    start=0, end=0, text="", metric="late_shipment_rate", rate=0.0898, numerator=37, denominator=412
)
_NOTICE = noticed(figures=(_STATED,))

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
    Example("fires", "In 30 days 52 of 412 orders were confirmed late (12.62%).", _NOTICE, match="52 of 412"),
    Example(
        "fires", "In 30 days 52 orders were confirmed late.", _NOTICE, match="52 orders were confirmed late"
    ),
    Example(
        "fires",
        "| Window | Late | Orders | Rate |\n|---|---|---|---|\n| 30 days | 37 | 421 | 8.79% |",
        _NOTICE,
    ),
    Example(
        "near",
        "Two items made up 78% of the late orders; their late shipment rate is checked weekly.",
        _NOTICE,
    ),
    Example(
        "near",
        "| Window | Late | Orders | Rate |\n|---|---|---|---|\n| 30 days | 37 | 412 | 8.98% |",
        _NOTICE,
    ),
    Example("near", "29 of 37 late orders hold these two items (78%).", _NOTICE),
)
