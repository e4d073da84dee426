"""Reads damaged files, thousands of them: `python -m tests.reports.fuzz [FILES] [FIRST_SEED]`.

No exception may leave but `BadInput`, no row may be lost from the account, no buyer may be in anything that comes out.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter

from appeal_core.case.report_frame import Report
from appeal_core.language import BadInput
from appeal_core.reports import cleaned, keep, read_reports
from appeal_core.reports.archives import is_archive
from appeal_core.reports.encoding import to_utf8
from appeal_core.reports.layout import layout_of
from tests.reports.damage import MARK, File, damaged


def faults(file: File) -> list[str]:
    """What is wrong with the way in which the file was read; empty when nothing is."""
    try:
        reports = read_reports(file.data, file.name, marketplace=file.store)
    except BadInput:
        return []
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    found = [fault for report in reports for fault in _faults(report)]
    if len(reports) == 1 and (lost := _lost_lines(file, reports[0])):
        found.append(lost)
    return found


def _lost_lines(file: File, report: Report) -> str:
    """Lines with something in them that the account does not know; only where a line is always a row."""
    summary = report.summary
    if summary.delimiter is None or summary.kind is None or is_archive(file.data):
        return ""
    text, _ = to_utf8(file.data, file.store)
    layout = layout_of(text)
    if layout.quoted and b'"' in text:
        return ""
    marks = {ord(layout.delimiter): " "} | ({ord('"'): " "} if layout.quoted else {})
    body = text[layout.start :].decode("utf-8", errors="replace")
    lines = sum(bool(line.translate(marks).strip()) for line in re.split(r"\r\n|\n|\r", body))
    return "" if lines == summary.rows else f"{lines} lines, {summary.rows} rows"


def _faults(report: Report) -> list[str]:
    found = []
    summary = report.summary
    aside = sum(s.rows for s in summary.set_aside)
    if summary.rows != summary.used + summary.rejected_rows + aside:
        found.append(
            f"{summary.rows} rows, {summary.used} used, {summary.rejected_rows} refused, {aside} aside"
        )
    if (summary.kind is None) == (summary.problem is None):
        found.append("kind and problem do not fit together")
    try:
        found += [f"a buyer in {place}" for place, text in outputs(report).items() if MARK.encode() in text]
    except Exception as error:
        found.append(f"afterwards {type(error).__name__}: {error}")
    return found


def outputs(report: Report) -> dict[str, bytes]:
    """Everything that comes out of a report, by what it is."""
    summary = report.summary
    said = [
        *summary.notes,
        *(r.reason for r in summary.rejected),
        *([summary.problem] if summary.problem else []),
    ]
    outputs = {
        "the summary": summary.model_dump_json().encode(),
        "the messages": " ".join(m.in_(lang) for m in said for lang in ("en", "zh")).encode(),
    }
    if report.frame is not None:
        words = [report.frame[c].cat.categories for c in report.frame.select_dtypes("category")]
        outputs["the frame"] = report.frame.to_csv().encode(errors="replace") + repr(
            [list(w) for w in words]
        ).encode(errors="replace")
        outputs["what is kept"] = keep(report)[1]
        outputs["the cleaned file"] = cleaned(report)
    return outputs


def main(files: int = 20_000, first: int = 0) -> int:
    """Reads them all and prints what went wrong; returns how many files did."""
    start, wrong, kinds = time.monotonic(), 0, Counter[str]()
    for seed in range(first, first + files):
        found = faults(damaged(seed))
        wrong += bool(found)
        kinds.update(f.split(":")[0] for f in found)
        if found and wrong <= 20:
            print(f"seed {seed}, {damaged(seed).name}: {'; '.join(found)[:300]}")
    print(f"{files} damaged files, {wrong} read wrongly, {time.monotonic() - start:.0f} s", dict(kinds) or "")
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(*(int(a) for a in sys.argv[1:]))))
