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

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "second-account",
    lambda words: message("“{words}” speaks of further accounts or of hiding them.", words=words),
    severity="blocker",
    family="danger",
    source="Amazon moderator, Seller Forums 6898a332",
    why=message(
        "A further account may be a violation of its own. Where the notice relates accounts, name each with its state; nothing here may help to hide one."
    ),
    admission=True,
)

EXAMPLES = (
    Example("fires", "We opened a second account to keep selling."),
    Example("quiet", "A second person was given an account for the order system."),
    Example("near", "We never opened another account."),
)
