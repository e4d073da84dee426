"""The root cause only says again what the notice says.

What it looks for
    "The root cause is the violation", "complaints happened because of complaints", and sentences
    of the root cause that are nearly a sentence of the notice.
Why Amazon cares
    The violation is what happened; it asks why.
Example
    "The root cause is that our late shipment rate was above 4%."
Write instead
    "Handling time was 1 day while the carrier collected twice a week."
Sources
    Amazon help G201623610; trade practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from appeal_core.case import Diagnosis
from appeal_core.language import message
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft, Sentence
from appeal_core.review.rule import Example, Hit, Rule
from appeal_core.review.sentences import sentence_spans

_CIRCULAR = re.compile(
    r"\b(?:root )?(?:cause|reason)s?\b[^.;]{0,30}\b(?:is|are|was|were)\b[^.;]{0,40}\b(?:violat\w+ (?:of )?(?:the |your |Amazon)|violated|suspen\w+|deactivat\w+|complain\w*|(?:rate|ODR|LSR|VTR)\b[^.;]{0,30}\b(?:above|over|high\w*|exceed\w*|more than|below|low))"
    r"|\b(?:root )?(?:cause|reason)s?\b[^.;]{0,30}\b(?:is|are|was|were)\b (?:(?:the|our|a|an|that|too|many|high|low|several|some) )*(?:late (?:shipments?|deliver\w+|orders?)|order defects?(?: rate)?|late shipment rate|order defect rate|cancellation rate|valid tracking rate|cancellations?|(?:negative )?feedback|A-to-z claims?|chargebacks?|policy violations?|violations?|suspension)\s*[.;]?$"
    r"|\b(?:received|got) (?:this|the|a) (?:notice|notification|warning|e?-?mail|suspension)\b[^.;]{0,20}\b(?:because|due to)\b"
    r"|\b(?:complaints?|claims?) (?:happened|occurred|arose|were caused|came) (?:because|as a result|due|from)(?: of| to)?\b[^.;]{0,20}\b(?:customers?|buyers?)['’]?s? complain\w*"
    r"|\b(?:account|selling privileges?)\b[^.;]{0,50}\b(?:deactivated|suspended|removed|closed|blocked)\b[^.;]{0,20}\b(?:because|due to|on suspicion)\b"
    r"|(?:原因|根本原因)(?:是|在于)[^。；]{0,12}(?:违反|违规|(?:率|ODR)[^。；]{0,6}(?:超过|过高|过低|高于|低于)|投诉)|因为买家投诉",
    re.IGNORECASE,
)
_ALIKE = 90


def _check(draft: Draft) -> Iterator[Hit]:
    notice = draft.context.read_notice
    stated = (
        [notice.text[a:b].lower() for line in _paragraphs(notice.text) for a, b in line] if notice else []
    )
    for sentence in draft.sentences:
        if sentence.part == "root_cause" and sentence.item.says_something and _restates(sentence, stated):
            yield Hit(
                message("This says again what the notice says; it does not say why it came about."),
                sentence.start,
                sentence.end,
            )


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    place = 0
    for line in text.splitlines(keepends=True):
        yield [(place + a, place + b) for a, b in sentence_spans(line)]
        place += len(line)


def _restates(sentence: Sentence, stated: list[str]) -> bool:
    if _CIRCULAR.search(sentence.text):
        return True
    words = sentence.text.lower()
    long_enough = len(words.split()) >= 7 or len(re.findall(r"[\u3400-\u9fff]", words)) >= 12
    return long_enough and any(fuzz.ratio(words, s, score_cutoff=_ALIKE) for s in stated)


RULE = Rule(
    id="root-cause-restates-notice",
    severity="blocker",
    why=message(
        "The violation is what happened. Amazon asks why: which step of your process failed or was missing."
    ),
    source="Amazon help G201623610",
    check=_check,
    family="structure",
)

_HEAD = "Root cause\n"
_NOTICE = Context(
    diagnosis=Diagnosis(text="Hello,\nMore than 4% of your orders were confirmed late in the last 30 days.")
)

EXAMPLES = (
    Example("fires", _HEAD + "The root cause is that our late shipment rate was above 4%."),
    Example("fires", _HEAD + "The complaints happened as a result of customer complain."),
    Example("fires", _HEAD + "More than 4% of our orders were confirmed late in the last 30 days.", _NOTICE),
    Example("fires", "根本原因\n原因是我们的迟发率超过了 4%。"),
    Example("quiet", _HEAD + "Handling time was 1 day while the carrier collected twice a week."),
    Example(
        "near", _HEAD + "Of 94 orders, 29 were confirmed late because the evening upload failed.", _NOTICE
    ),
    Example("near", _HEAD + "The cause was a missing comparison of invoice and goods."),
)
