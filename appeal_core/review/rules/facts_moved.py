"""Facts under an edited paragraph have changed since it was edited.

What it looks for
    Blocks in your own words whose facts moved afterwards.
Why Amazon cares
    The figures in them may be old.
Example
    A paragraph with 37 orders, written before the report with 39 was added.
Write instead
    Read it again, or take the offered wording.
Sources
    None: it compares the letter with its own facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.case import Block, Letter, Section
from appeal_core.language import Bilingual, message
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    letter = draft.context.letter
    moved = [b.id for b in letter.blocks() if b.moved] if letter else []
    for block in moved:
        item = next((i for i in draft.items if i.block == block), None)
        text = message("The facts under this paragraph have changed since you edited it.")
        yield Hit(
            text,
            item.start if item else None,
            item.end if item else None,
            block=block,
            page="letter",
            path=f"edits.{block}",
        )


RULE = Rule(
    id="facts-moved",
    severity="warning",
    why=message("Your own words stay when facts change, so their figures and days may be old."),
    source="the facts of this case",
    check=_check,
    family="truth",
    about="whole",
)


def _letter(moved: bool) -> Context:
    text = Bilingual(en="37 orders were late.", zh="37 笔订单延迟。")
    section = Section(id="opening", blocks=(Block(id="opening.first", text=text, edited=True, moved=moved),))
    return Context(
        letter=Letter(kind="plan_of_action", title=Bilingual(), reference=Bilingual(), sections=(section,))
    )


EXAMPLES = (
    Example("fires", "", _letter(True)),
    Example("quiet", "", _letter(False)),
    Example("near", "37 orders were late."),
)
