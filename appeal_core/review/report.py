"""The findings in the shape of the command line's contract."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from appeal_core.case import Finding
from appeal_core.language import Lang
from appeal_core.review.counts import count_words


def as_json(text: str, findings: Sequence[Finding], lang: Lang = "en") -> dict[str, Any]:
    """`text` and its findings as plain JSON data; messages in `lang`.

    `ready` is true when no finding is a blocker; each Chinese character counts as a word.
    """
    return {
        "text": text,
        "findings": [finding_json(f, lang) for f in findings],
        "ready": not any(f.severity == "blocker" for f in findings),
        "words": count_words(text),
        "characters": len(text),
    }


def finding_json(finding: Finding, lang: Lang = "en") -> dict[str, Any]:
    """One finding as plain JSON data."""
    instead = finding.instead.in_(lang) if finding.instead else ""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "section": finding.section,
        "start": finding.start,
        "end": finding.end,
        "match": finding.match,
        "message": finding.message.in_(lang),
        "why": finding.why.in_(lang),
        "source": finding.source,
        "suggestion": finding.suggestion or instead,
        "block": finding.block,
        "page": finding.page,
        "path": finding.path,
    }
