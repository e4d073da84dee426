"""Writes the page of all report kinds (`docs/reports.md`) from the catalogue.

Run `python -m appeal_core.reports.document` after `report_kinds.yaml` was changed.
"""

from __future__ import annotations

from pathlib import Path

from appeal_core.catalog.entries import Status
from appeal_core.catalog.loader import report_kinds
from appeal_core.catalog.report_entries import ReportKind

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reports.md"
_STATUS: dict[Status, str] = {
    "verified": "verified",
    "one_source": "one source",
    "unverified": "not verified",
}
_HEAD = """# Report files

Written by `python -m appeal_core.reports.document` from `appeal_core/catalog/report_kinds.yaml`; do not edit by hand.

{count} kinds. A file is known by its columns, whatever its name: letter case, spaces, hyphens and underscores do not
count. It may be plain, `.gz` or `.zip`; text (tab, comma, semicolon; UTF-8, UTF-16, cp1252, cp932, gb18030 …), `.xlsx`,
JSON or XML. Columns of buyers and free text are never read.

| Kind | Where it is downloaded | What it gives | What it cannot give | How sure |
|---|---|---|---|---|"""


def page() -> str:
    """The whole page as Markdown."""
    kinds = report_kinds().kinds
    rows = [_row(kind) for kind in kinds]
    chapters = [_chapter(kind) for kind in kinds if kind.columns]
    return "\n".join([_HEAD.format(count=len(kinds)), *rows, "", *chapters])


def _row(kind: ReportKind) -> str:
    cells = [
        f"`{kind.code}`: {kind.name.en} ({kind.name.zh})",
        kind.where.en or "–",
        kind.gives.en,
        kind.lacks.en,
    ]
    return "| " + " | ".join(_cell(c) for c in [*cells, _STATUS[kind.status]]) + " |"


def _chapter(kind: ReportKind) -> str:
    lines = [f"## {kind.code}", "", f"{kind.name.en}. Source: {kind.source}, {kind.checked_on}.", ""]
    lines += ["| Column | Holds | Headers that are known |", "|---|---|---|"]
    for code, column in kind.columns.items():
        needed = ", needed" if column.required or code in kind.needs else ""
        lines.append(f"| `{code}` | {column.holds}{needed} | {_cell(', '.join(column.names))} |")
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE)
