"""What a text says of another account: that it sells again, or that it is not the seller's."""

from __future__ import annotations

import re

from appeal_core.review.dates import names_a_day
from appeal_core.review.draft import Draft

_AGAIN = re.compile(r"\b(?:re-?activat|re-?instat|re-?open|restor)\w*|重新激活|恢复", re.IGNORECASE)
_NOT_OURS = re.compile(
    r"\b(?:not|no|never|nor)\b[^.]{0,50}\b(?:ours|mine|own(?:ed)?|belong\w*|relat\w*|connect\w*|relation|link\w*|opened|register\w*|know)\b"
    r"|\b(?:account|store|shop|shares|contract|employment|he|she|they)\b[^.]{0,60}\b(?:sold|transferred|terminated|resigned|left|ended)\b"
    r"|\b(?:sold|transferred|terminated|ended|sale of|transfer of)\b[^.]{0,60}\b(?:account|store|shop|shares|contract|employment)\b|并非|不属于|没有关系|已转让|已出售|已终止|离职",
    re.IGNORECASE,
)


def reactivation_named(draft: Draft) -> bool:
    """Whether a sentence says on which day an account was reactivated."""
    return any(_AGAIN.search(s.text) and names_a_day(s.text) for s in draft.sentences)


def disowned(draft: Draft) -> bool:
    """Whether the text says that the other account is not, or no longer, the seller's."""
    return bool(_NOT_OURS.search(draft.text))
