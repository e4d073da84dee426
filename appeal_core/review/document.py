"""Writes the page of all rules (`docs/rules.md`) from the rules themselves.

Run `python -m appeal_core.review.document` after a rule was added or changed.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from types import ModuleType

from appeal_core.catalog.entries import Status
from appeal_core.review.knowledge import phrase_groups
from appeal_core.review.rules import modules

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
_HEADINGS = ("What it looks for", "Why Amazon cares", "Example", "Write instead", "Sources")
_STATUS: dict[Status, str] = {
    "verified": "verified",
    "one_source": "one source",
    "unverified": "not verified",
}


def page() -> str:
    """The whole page as Markdown."""
    rules = modules()
    head = [
        "# Rules of the review",
        "",
        "Written by `python -m appeal_core.review.document` from the rules; do not edit by hand.",
        "",
        f"{len(rules)} rules. A *blocker* keeps a letter from being ready, a *warning* should be mended,",
        "*advice* may be. Any finding can be set aside with a reason.",
        "",
        "| Rule | Severity | In one sentence |",
        "|---|---|---|",
    ]
    rows = [f"| [{m.RULE.id}](#{m.RULE.id}) | {m.RULE.severity} | {_title(m)} |" for m in rules]
    return "\n".join([*head, *rows, "", *(_chapter(m) for m in rules)])


def _title(module: ModuleType) -> str:
    return (inspect.getdoc(module) or "").splitlines()[0]


def _chapter(module: ModuleType) -> str:
    lines = [f"## {module.RULE.id}", "", f"*{module.RULE.severity}*: {_title(module)}", ""]
    for line in (inspect.getdoc(module) or "").splitlines()[2:]:
        lines += [f"\n**{line}**\n"] if line in _HEADINGS else [line.strip()]
    statuses = sorted({_STATUS[g.status] for g in phrase_groups() if g.rule == module.RULE.id})
    if statuses:
        lines.append(f"Word lists: {', '.join(statuses)}.")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE)
