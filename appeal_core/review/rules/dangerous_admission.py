"""The letter admits something graver than the notice says.

What it looks for
    Edited papers, changed reviews, own orders, retail sourcing, confirming before shipping, hidden accounts.
Why Amazon cares
    Each is an enforcement cause of its own; forged papers are nearly always final.
Example
    "We only edited the invoice to make it clearer."
Write instead
    Send the paper as it was issued and point to its line in the text.
Sources
    Amazon moderator, Seller Forums 17378aec; Seller Forums 0921878a.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    for hit in _hits(draft):
        chosen = draft.context.letter is not None and not _edited(draft, hit)
        yield replace(hit, severity="warning") if chosen else hit  # its check was answered


def _edited(draft: Draft, hit: Hit) -> bool:
    item = draft.item_at(hit.start or 0)
    blocks = draft.context.letter.blocks() if draft.context.letter else ()
    return any(b.edited for b in blocks if item and b.id == item.block)


def _hits(draft: Draft) -> Iterator[Hit]:
    return phrase_hits(
        "dangerous-admission",
        draft,
        lambda words: message("“{words}” admits something graver than the notice says.", words=words),
    )


RULE = Rule(
    id="dangerous-admission",
    severity="blocker",
    why=message(
        "This is an enforcement cause of its own. It may be right to say it, but never unadvised; and never send an altered paper."
    ),
    source="Amazon moderator, Seller Forums 17378aec; Seller Forums 0921878a",
    check=_check,
)

EXAMPLES = (
    Example("fires", "We only edited the invoice to make it clearer."),
    Example("fires", "我们联系了留差评的买家修改评价。"),
    Example("quiet", "The invoices are complete and as issued."),
    Example("near", "The claim was appealed through Amazon’s own form."),
)
