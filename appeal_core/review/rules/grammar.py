"""The English has a slip that a checker can find.

What it looks for
    Spelling, agreement and usage, by the Harper checker (offline). Names, SKUs, carriers and trade
    words are left alone. It finds perhaps half of what a good reader finds; it replaces no reader.
Why Amazon cares
    It forgives English, but not a sentence that it has to guess.
Example
    "It recieved them."
Write instead
    "It received them."
Sources
    Harper 0.2.0.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.english import Slip, slips
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    found = slips(draft)
    if found is None:
        yield Hit(message("The English check could not run on this machine, so the English is unchecked."))
        return
    yield from (_hit(slip) for slip in found)


def _hit(slip: Slip) -> Hit:
    text = message("Check the English: “{words}”.", words=slip.words)
    return Hit(text, slip.start, slip.end, suggestion=slip.suggestion)


RULE = Rule(
    id="grammar",
    severity="advice",
    why=message(
        "Amazon forgives English, but not a sentence that it has to guess. This check finds about half; let someone read it too."
    ),
    source="Harper 0.2.0",
    check=_check,
    family="english",
)

EXAMPLES = (
    Example("fires", "The parcels were recieved late.", match="recieved"),
    Example("fires", "The carrier have collected the parcels. It recieved them.", match="recieved"),
    Example("quiet", "Our late shipment rate passed the 4% target."),
    Example(
        "near",
        "MF-BENCH-01 was shipped by YunExpress from Yiwu; SKU QX-77 and ASIN B0EXAMPL01 were closed by Wen Li.",
    ),
)
