"""The invoices hold fewer units than were sold.

What it looks for
    Outside the root cause: a sentence with units bought and a higher number of units sold.
Why Amazon cares
    It compares invoice quantities with its own sales; missing units have no proven origin.
Example
    "600 units were bought; 1,212 were sold."
Write instead
    Add the missing invoices, or say which units the rest are.
Sources
    Amazon notices on authenticity (invoices that cover the sales of 365 days).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_N = r"(?<!\d)(?P<{0}>\d[\d,]{{0,11}})"
_BOUGHT = re.compile(rf"{_N.format('a')} (?:units? |pieces? )?(?:were |was |have been )?(?:bought|purchased|ordered|invoiced)|(?:bought|purchased|invoices? (?:cover|show|hold)s?) {_N.format('b')}|(?:采购|购买|进货)(?:了|数量为)? ?{_N.format('c')} ?件|{_N.format('d')} ?件[^，。；]{{0,12}}采购", re.I)  # fmt: skip
_SOLD = re.compile(rf"{_N.format('a')} (?:units? |pieces? )?(?:were |was |have been )?sold|sold {_N.format('b')}|(?:售出|销售)(?:了)? ?{_N.format('c')} ?件|{_N.format('d')} ?件(?:已)?(?:售出|销售)", re.I)  # fmt: skip


def _check(draft: Draft) -> Iterator[Hit]:
    for sentence in draft.sentences:
        if sentence.part == "root_cause":
            continue  # there it is owned as the cause
        bought, sold = _BOUGHT.search(sentence.text), _SOLD.search(sentence.text)
        if bought and sold and _number(bought) < _number(sold):
            text = message(
                "{sold} units sold, and only {bought} bought: the invoices do not cover the sales.",
                sold=_number(sold), bought=_number(bought),
            )  # fmt: skip
            yield Hit(text, sentence.start + bought.start(), sentence.start + bought.end())


def _number(match: re.Match[str]) -> int:
    return int(next(g for g in match.groups() if g).replace(",", ""))


RULE = Rule(
    id="quantity-below-sold",
    severity="warning",
    why=message(
        "Amazon compares the invoices with its own sales. Units without an invoice have no proven origin."
    ),
    source="Amazon notices on authenticity",
    check=_check,
    family="truth",
)

EXAMPLES = (
    Example(
        "fires", "Exhibit A shows that 600 units were bought; 1,212 were sold.", match="600 units were bought"
    ),
    Example("fires", "采购 600 件，售出 812 件（附件 A）。"),
    Example("quiet", "Exhibit A shows that 1,500 units were bought; 1,212 were sold."),
    Example("near", "Root cause\nThe invoice covers 600 units; 1,212 were sold."),
)
