"""Something that the notice asks for is not answered.

What it looks for
    Each demand of the notice beyond the three parts of a plan: words for it in the draft, or an
    exhibit that the case holds for it.
Why Amazon cares
    "Not submitted required documents" is a refusal of its own.
Example
    The notice asks for invoices and a letter of authorization; the draft names invoices only.
Write instead
    One line for each thing asked: what you send, and where in it to look.
Sources
    Amazon reply, Seller Forums f46441f0.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.case import Ask
from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    notice, case = draft.context.read_notice, draft.context.case
    if notice is None:
        return
    met = {e.answers for e in case.exhibits.values()} if case else set()
    seen: set[str] = set()
    for ask in notice.asks:
        words = knowledge().asks.get(ask.code)
        if ask.code == "error_explanation" and draft.context.wants_plan:
            continue  # the other door, which this letter does not take
        if words is None or ask.code in met or ask.code in seen or words.search(draft.text):
            continue
        seen.add(ask.code)
        page = "evidence" if case else ""
        yield Hit(
            message(
                "The notice asks for this, and the text does not answer it: “{ask}”.", ask=_short(ask.text)
            ),
            page=page,
        )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 120 else flat[:117] + "..."


RULE = Rule(
    id="ask-not-answered",
    severity="warning",
    why=message(
        "Missing what was asked for is a refusal of its own. If you cannot send it, say so and say what you send instead."
    ),
    source="Amazon reply, Seller Forums f46441f0",
    check=_check,
    family="structure",
    about="whole",
)

_ASKED = noticed(asks=(Ask(code="invoices", start=0, end=0, text="copies of invoices"),))

EXAMPLES = (
    Example("fires", "Our supplier is Harbor Tools Co.", _ASKED),
    Example("quiet", "Exhibit A holds the invoices.", _ASKED),
    Example("near", "附件 A 为发票。", _ASKED),
)
