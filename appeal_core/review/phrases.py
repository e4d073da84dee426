"""Turns the word lists of a rule into hits."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from appeal_core.language import Bilingual, Message, message
from appeal_core.review.draft import Draft
from appeal_core.review.knowledge import in_draft
from appeal_core.review.rule import Hit


def phrase_hits(rule: str, draft: Draft, worded: Callable[[str], Message]) -> Iterator[Hit]:
    """A hit for each sentence that holds words of `rule`; `worded` words it from the match."""
    for sentence, match, group in in_draft(rule, draft):
        start = sentence.start + match.start()
        yield Hit(
            message=worded(match.group().rstrip(" .,;:。，；")),
            start=start,
            end=start + len(match.group().rstrip(" .,;:。，；")),
            suggestion=match.expand(group.replace) if group.replace else "",
            instead=advice(group.instead) if group.instead.en else None,
            source=group.source,
        )


def advice(text: Bilingual) -> Message:
    """A text of the catalogue as a message."""
    return message("{advice}", advice=text)
