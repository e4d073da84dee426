"""The findings as SARIF 2.1.0, the form that editors and code hosts show beside the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from appeal_core.case import Finding, Severity
from appeal_core.language import Lang
from appeal_core.review.pages import RulePage, rule_pages

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"blocker": "error", "warning": "warning", "advice": "note"}


def as_sarif(text: str, findings: Sequence[Finding], name: str, lang: Lang = "en") -> dict[str, Any]:
    """A SARIF log of one run over `text`, the draft called `name`.

    Lines and columns count from 1, offsets from 0, in characters. What is missing points at the
    whole draft. A finding's own key is its fingerprint.
    """
    pages = rule_pages()
    used = sorted({f.rule for f in findings})
    lines = _line_starts(text)
    results = [_result(f, text, lines, used.index(f.rule), name, lang) for f in findings]
    driver = {
        "name": "Candor review",
        "semanticVersion": "0.1.0",
        "rules": [_rule(pages[rule], lang) for rule in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": quote(name)}, "length": len(text.encode())}],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(page: RulePage, lang: Lang) -> dict[str, Any]:
    return {
        "id": page.id,
        "shortDescription": {"text": page.title.in_(lang)},
        "fullDescription": {"text": page.looks.in_(lang)},
        "help": {"text": f"{page.cares.in_(lang)}\n{page.instead.in_(lang)}"},
        "properties": {"severity": page.severity, "tags": [page.family], "sources": page.sources},
    }


def _result(
    finding: Finding, text: str, lines: Sequence[int], index: int, name: str, lang: Lang
) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(name), "index": 0}}
    if finding.start is not None and finding.end is not None:
        place["region"] = _region(finding.start, finding.end, lines) | {
            "snippet": {"text": text[finding.start : finding.end]}
        }
    found: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message.in_(lang)} {finding.why.in_(lang)}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"candor/v1": finding.key},
    }
    if finding.suggestion and "region" in place:
        found["fixes"] = [_fix(finding, place)]
    return found


def _fix(finding: Finding, place: dict[str, Any]) -> dict[str, Any]:
    region = {k: v for k, v in place["region"].items() if k != "snippet"}
    replacement = {"deletedRegion": region, "insertedContent": {"text": finding.suggestion}}
    return {
        "artifactChanges": [{"artifactLocation": place["artifactLocation"], "replacements": [replacement]}]
    }


def _line_starts(text: str) -> list[int]:
    return [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]


def _region(start: int, end: int, lines: Sequence[int]) -> dict[str, int]:
    first, last = bisect_right(lines, start) - 1, bisect_right(lines, end) - 1
    return {
        "startLine": first + 1,
        "startColumn": start - lines[first] + 1,
        "endLine": last + 1,
        "endColumn": end - lines[last] + 1,
        "charOffset": start,
        "charLength": end - start,
    }
