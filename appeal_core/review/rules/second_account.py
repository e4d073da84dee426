"""The letter admits further accounts, or tools that hide them.

What it looks for
    A second or new account opened, several stores kept apart with browsers, proxies or VPNs.
Why Amazon cares
    To open an account while one is deactivated, or to keep several without a business need, breaks its
    policy; to hide it ends all trust.
Example
    "We opened a second account to keep selling."
Write instead
    Where the notice relates accounts: name each, its owner and its state. Otherwise think before you
    send it.
Sources
    Amazon notices on related accounts; Amazon moderator, Seller Forums 6898a332.
"""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.admissions import admitted
from appeal_core.review.draft import Draft
from appeal_core.review.phrases import phrase_hits
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    hits = phrase_hits(
        "second-account",
        draft,
        lambda words: message("“{words}” speaks of further accounts or of hiding them.", words=words),
    )
    return admitted(
        hits, draft, "second-account", own_causes=frozenset(["multiple_accounts", "related_account"])
    )


RULE = Rule(
    id="second-account",
    severity="blocker",
    why=message(
        "A further account may be a violation of its own. Where the notice relates accounts, name each with its state; nothing here may help to hide one."
    ),
    source="Amazon moderator, Seller Forums 6898a332",
    check=_check,
    family="danger",
)

EXAMPLES = (
    Example("fires", "We opened a second account to keep selling."),
    Example("quiet", "A second person was given an account for the order system."),
    Example("near", "We never opened another account."),
)
