"""A part of the plan is missing: root cause, actions taken, or prevention.

What it looks for
    In a plan of action, any of the three parts without a statement of its own, whatever its heading.
Why Amazon cares
    Its page on plans of action asks three questions; its most common refusal names the parts again.
Example
    A letter that explains the cause and then promises to do better.
Write instead
    Three parts: root causes; actions completed, with dates; prevention, with owners.
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import PLAN_PARTS, Draft
from appeal_core.review.rule import Example, Hit, Rule

_MESSAGES = {
    "root_cause": message("The root cause is missing: why it happened, in your own process."),
    "actions": message("The actions taken are missing: what you have already done, with dates."),
    "prevention": message("The prevention is missing: what runs from now on, by whom and how often."),
}
_PAGES = {"root_cause": "causes", "actions": "actions", "prevention": "actions"}


def _check(draft: Draft) -> Iterator[Hit]:
    if not draft.is_plan:
        return
    for part in PLAN_PARTS:
        if part not in draft.has_parts:
            page = _PAGES[part] if draft.context.case else ""
            yield Hit(message=_MESSAGES[part], section=part, page=page)


RULE = Rule(
    id="missing-part",
    severity="blocker",
    why=message(
        "Amazon asks three questions: root cause, actions taken, prevention. An appeal that leaves one open comes back."
    ),
    source="Amazon help G201623610",
    check=_check,
    family="structure",
    about="whole",
)

_WHOLE = "What went wrong\nNo stock count was kept.\nWhat we did\nStock was counted on November 3.\nHow we prevent it\nThe owner counts stock every Monday."

EXAMPLES = (
    Example(
        "fires", "Root cause:\nNo stock count was kept.\nActions taken:\nStock was counted on November 3."
    ),
    Example("quiet", _WHOLE),
    Example(
        "near", "根本原因\n没有盘点库存。\n已采取的措施\n11 月 3 日已盘点。\n预防措施\n仓库主管每周一盘点。"
    ),
    Example("near", "The invoices are attached as Exhibit A. The authorization is attached as Exhibit B."),
)
