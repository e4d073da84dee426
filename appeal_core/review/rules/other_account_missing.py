"""A related account is not named, or the day of its reactivation is missing.

What it looks for
    In a letter on a related account: a day beside "reactivated" or "reinstated", unless the letter
    says that the account is not yours or was given up.
Why Amazon cares
    It asks to reactivate the other account first, then for its name and the day.
Example
    "I removed the other person's data from my account."
Write instead
    "The account Maple Outlet was reactivated on November 9, 2026."
Sources
    Amazon moderator, Seller Forums 6898a332; Amazon notices.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.accounts import disowned, reactivation_named
from appeal_core.review.draft import Draft
from appeal_core.review.examples import noticed
from appeal_core.review.knowledge import knowledge
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    causes = set(draft.context.causes)
    related = "related_account" in causes or (
        not causes and bool(knowledge().strong["related_account"].search(draft.text))
    )
    if related and not disowned(draft) and not reactivation_named(draft):
        yield Hit(message("The name of the other account and the day of its reactivation are missing."))


RULE = Rule(
    id="other-account-missing",
    severity="warning",
    why=message("Amazon wants the other account reactivated first, then its name and the day."),
    source="Amazon moderator, Seller Forums 6898a332",
    check=_check,
    family="structure",
    about="whole",
)

_RELATED = noticed("related_account")

EXAMPLES = (
    Example("fires", "I have two related accounts. I removed the client's data from this account.", _RELATED),
    Example("quiet", "The account Maple Outlet was reactivated on November 9, 2026.", _RELATED),
    Example(
        "near",
        "The account named in the notice does not belong to us; Exhibit A lists all our registered data.",
        _RELATED,
    ),
    Example(
        "near",
        "Each of the two shops sells another brand and has its own stock (Exhibit A).",
        noticed("multiple_accounts"),
    ),
    Example("near", "账户 Maple Outlet 已于 2026 年 11 月 9 日重新激活。", _RELATED),
)
