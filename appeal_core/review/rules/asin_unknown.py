"""The text names an ASIN that the case does not know.

What it looks for
    ASINs that stand neither in the notice nor in the answers of the case, where the notice names some.
Why Amazon cares
    It reads as another product’s letter, or opens a product that nobody asked about.
Example
    The notice names B0EXAMPL01, the letter B0EXAMPL10.
Write instead
    The ASIN of the notice, copied.
Sources
    Trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.identifiers import nearest, said_in_case
from appeal_core.review.rule import Example, Hit, Rule

_ASIN = re.compile(r"(?<![\w-])B0[A-Z0-9]{8}(?![\w-])")


def _check(draft: Draft) -> Iterator[Hit]:
    notice = draft.context.read_notice
    if notice is None or not notice.asins:
        return
    known = (
        set(notice.asins)
        | set(_ASIN.findall(notice.text))
        | set(_ASIN.findall(said_in_case(draft.context.case)))
    )
    for match in draft.matches(_ASIN):
        asin = match.group()
        if asin in known:
            continue
        near = nearest(asin, notice.asins)
        text = (
            message(
                "{asin} is in neither the notice nor your answers. Meant is perhaps {near}.",
                asin=asin,
                near=near,
            )
            if near
            else message("{asin} is in neither the notice nor your answers.", asin=asin)
        )
        yield Hit(text, match.start(), match.end(), suggestion=near, severity="blocker" if near else None)


RULE = Rule(
    id="asin-unknown",
    severity="warning",
    why=message(
        "Amazon looks the product up. One character wrong, and the letter answers for another product."
    ),
    source="trade practice",
    check=_check,
    family="truth",
)

_ONE = noticed(asins=("B0EXAMPL01",))

EXAMPLES = (
    Example("fires", "The listing B0EXAMPL10 was closed.", _ONE, match="B0EXAMPL10"),
    Example("quiet", "The listing B0EXAMPL01 was closed.", _ONE),
    Example("near", "The listing B0EXAMPL10 was closed."),
)
