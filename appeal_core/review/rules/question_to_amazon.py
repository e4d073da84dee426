"""The letter asks Amazon a question.

What it looks for
    Sentences that ask when, why or whether. A question of the notice that is repeated above its answer
    stays.
Why Amazon cares
    Its page asks to remove other questions; nobody answers them in an appeal.
Example
    "When will you open our account?"
Write instead
    Leave it out; a status request is a letter of its own.
Sources
    Amazon help G201623610.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_ASKS = re.compile(
    r"(?:^|[,;:] )(?:so |and |but )?(?:please )?(?:when (?:will|can|do|are|may)|why (?:was|is|were|are|do|did|does|has|have|don[’']t|can)|(?:can|could|would|will) (?:you|Amazon|we|I|somebody|someone|anybody|anyone|the team)|may (?:we|I)|(?:are|do|did|have) you|is (?:it|there)|(?:does|do|is|are) (?:an? |the |our |this |that |these )\w+)\b[^?]{0,300}\?"
    r"|\b(?:what|which|how|who|where)\b[^?]{0,80}\b(?:you (?:need|want|require|expect|mean)|should we|must we|can we|from us|to us|for us)\b[^?]{0,100}\?"
    r"|(?:还|究竟|到底)(?:需要|缺|要)[^？?]{0,40}[？?]|(?:请问|能否|可否|是否可以|什么时候|何时|为什么)[^？?]{0,100}[？?]|[^。？?]{0,60}(?:可以|能)[^。？?]{0,60}吗[？?]",
    re.IGNORECASE,
)

_MARK = re.compile(r"[?？]")


def _check(draft: Draft) -> Iterator[Hit]:
    notice = draft.context.read_notice
    for sentence in draft.sentences:
        match = _ASKS.search(sentence.text) if _MARK.search(sentence.text) else None
        if match and sentence.item.says_something and not (notice and sentence.text in notice.text):
            words = match.group().strip(" ,;:")
            start = sentence.start + sentence.text.index(words)
            text = message("“{words}” asks a question; the letter should answer.", words=words)
            yield Hit(text, start, start + len(words))


RULE = Rule(
    id="question-to-amazon",
    severity="warning",
    why=message("Amazon’s page asks to remove other questions. An appeal answers; it does not ask."),
    source="Amazon help G201623610",
    check=_check,
    family="tone",
)

EXAMPLES = (
    Example("fires", "When will you open our account?"),
    Example("fires", "请问什么时候可以恢复？"),
    Example("quiet", "Please reactivate our offers."),
    Example("near", "What actions have you taken?\nNovember 3: the stock was counted."),
)
