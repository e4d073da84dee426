"""The text names an exhibit that is not there.

What it looks for
    Exhibit letters or numbers that the case, or the draft's own list of exhibits, does not hold;
    an exhibit of the case without a file.
Why Amazon cares
    "Not submitted required documents" is a refusal of its own.
Example
    "(Exhibit D)" where the list ends with C.
Write instead
    Attach it, or take the mention out.
Sources
    Amazon reply, Seller Forums f46441f0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from appeal_core.language import message
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_MENTION = re.compile(
    r"\b(?:Exhibits?|Attachments?|Annex(?:es)?|Enclosures?) ((?:[A-Z]{1,2}|\d{1,2})(?:(?:, | and | & |, and | ?[–-] ?| to )(?:[A-Z]{1,2}|\d{1,2})\b)*)(?![a-z])"
    r"|附件 ?((?:[A-Z]{1,2}|\d{1,2})(?:(?:、| ?和 ?| ?[–-] ?| ?至 ?)(?:[A-Z]{1,2}|\d{1,2}))*)"
)
_LISTED = re.compile(
    r"^[ \t\-•*|]{0,20}(?:Exhibit |Attachment |附件 ?)?([A-Z]{1,2}|\d{1,2})\s*(?:[:：.)|–-]|、)\s*\S",
    re.MULTILINE,
)
_LIST_HEAD = re.compile(
    r"^[ \t\d.*#]{0,20}(?:list of )?(?:exhibits?|attachments?|enclosures?|附件(?:清单)?)[ \t:：*]*$",
    re.I | re.M,
)


def _check(draft: Draft) -> Iterator[Hit]:
    there = _there(draft)
    if there is None:
        return
    page = "evidence" if draft.context.case else ""
    for match in _MENTION.finditer(draft.text):
        missing = [name for name in _names(match[1] or match[2]) if name not in there]
        if missing:
            yield Hit(
                message("Exhibit {name} is named and not there.", name=missing[0]),
                match.start(),
                match.end(),
                page=page,
            )


def _there(draft: Draft) -> set[str] | None:
    """The exhibits that exist; `None` where nothing says which do."""
    case = draft.context.case
    if case is not None and (draft.context.letter is not None or case.exhibits):
        return {case.exhibit_letter(e) for e in case.exhibits}
    head = _LIST_HEAD.search(draft.text)
    listed = {m[1] for m in _LISTED.finditer(draft.text, head.end())} if head else set()
    return listed or None


def _names(words: str) -> Iterator[str]:
    for piece in re.split(r", and |, | and | & |、| ?和 ?", words):
        ends = re.split(r" ?[–-] ?| to | ?至 ?", piece)
        if len(ends) == 2 and len(ends[0]) == len(ends[1]) == 1 and ends[0] < ends[1]:
            yield from (chr(c) for c in range(ord(ends[0]), ord(ends[1]) + 1))
        else:
            yield from ends


RULE = Rule(
    id="exhibit-not-attached",
    severity="blocker",
    why=message("Papers that are named and not sent are a refusal of their own."),
    source="Amazon reply, Seller Forums f46441f0",
    check=_check,
    family="truth",
    about="whole",
)

_LIST = "\n\nExhibits\nA: list of orders\nB: settings before and after\n"

EXAMPLES = (
    Example("fires", "November 14: handling time raised (Exhibit C)." + _LIST, match="Exhibit C"),
    Example("fires", "See Exhibits A–D." + _LIST, match="Exhibits A–D"),
    Example("quiet", "November 14: handling time raised (Exhibit B)." + _LIST),
    Example("near", "November 14: handling time raised (Exhibit C)."),
    Example("near", "See Exhibits A and B." + _LIST),
)
