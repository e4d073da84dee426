"""Reading the policies is offered as an action.

What it looks for
    "We have read all policies", now or in future.
Why Amazon cares
    Every seller has agreed to them; reading changes no process.
Example
    "We carefully studied all Amazon policies."
Write instead
    Which step now uses the page: "before each listing the restricted products page is read and the
    check sheet signed".
Sources
    Amazon reply, Seller Forums 1285474; trade practice.
"""

from __future__ import annotations

from appeal_core.language import message
from appeal_core.review.phrases import phrase_rule
from appeal_core.review.rule import Example

RULE = phrase_rule(
    "policy-read",
    lambda words: message("“{words}” changes nothing in your process.", words=words),
    severity="warning",
    family="done",
    source="Amazon reply, Seller Forums 1285474",
    why=message(
        "Reading rules is expected of everybody. Amazon asks what you changed so that the rule is kept."
    ),
)

EXAMPLES = (
    Example("fires", "We have read all Amazon policies."),
    Example(
        "quiet",
        "The compliance officer reads the policy page of each category on the first working day of the quarter.",
    ),
    Example("near", "Nobody had read the policy before the upload."),
)
