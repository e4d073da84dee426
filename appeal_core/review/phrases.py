"""A rule that is a list of words: its phrases stand in the catalogue, its file says what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from appeal_core.case import Severity
from appeal_core.language import Message, message
from appeal_core.review.admissions import admitted
from appeal_core.review.draft import Draft
from appeal_core.review.knowledge import in_draft
from appeal_core.review.rule import Family, Hit, Rule

_ENDS = " .,;:。，；"


def phrase_rule(
    name: str,
    worded: Callable[[str], Message],
    *,
    severity: Severity,
    family: Family,
    source: str,
    why: Message,
    admission: bool = False,
) -> Rule:
    """A rule that marks the phrases of `name`; `worded` words a finding from the words marked.

    `admission`: of an own violation, which a case may have chosen to say (see `admissions`).
    """

    def check(draft: Draft) -> Iterator[Hit]:
        hits = phrase_hits(name, draft, worded)
        return admitted(hits, draft, name) if admission else hits

    return Rule(id=name, severity=severity, why=why, source=source, check=check, family=family)


def phrase_hits(rule: str, draft: Draft, worded: Callable[[str], Message]) -> Iterator[Hit]:
    """A hit for each sentence that holds words of `rule`; `worded` words it from the match."""
    for sentence, match, group in in_draft(rule, draft):
        start = sentence.start + match.start()
        words = match.group().rstrip(_ENDS)
        yield Hit(
            message=worded(words),
            start=start,
            end=start + len(words),
            suggestion=match.expand(group.replace) if group.replace else "",
            instead=message("{advice}", advice=group.instead) if group.instead.en else None,
            source=group.source,
        )
