"""Rows of a wrong length, or with a stray quotation mark: mended where that is sure, else refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from appeal_core.case.measurements import Rejected
from appeal_core.language import Message, message
from appeal_core.reports.shifted import without_strangers
from appeal_core.reports.text_plan import Plan


@dataclass(frozen=True)
class OddRow:
    """A row that is read by itself: its line in the stretch from 1, and its cells; `None`: not to be told apart."""

    line: int
    cells: list[str] | None


@dataclass
class Mended:
    """`rows` have a cell for each of the plan's names, and stand on `lines` of the file."""

    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    padded: int = 0
    too_long: int = 0
    cut_off: bool = False


def mended_rows(odd: Sequence[OddRow], plan: Plan, first: int, cut: int | None) -> Mended:
    """The rows that can be used, and the others with their reasons; blank ones are no rows.

    `first`: the line of the file with which the stretch begins; `cut`: the line of the stretch inside which the file
    ends, `None` where its last line is whole.
    """
    result = Mended()
    width = len(plan.layout.header)
    at = {name: i for i, name in enumerate(plan.names)}
    wanted = [at[n] for n in plan.columns.values()]
    for row in odd:
        cells = row.cells
        if cells is not None and not any(c.strip() for c in cells):
            continue
        is_cut = row.line == cut and (cells is None or len(cells) < width)
        is_long = cells is not None and _is_too_long(cells, width)
        if cells is None or is_cut or is_long:
            result.cut_off |= is_cut
            result.too_long += is_long
            result.rejected.append(Rejected(line=row.line + first - 1, reason=_reason(cells, width, is_cut)))
            continue
        result.padded += len(cells) < width
        missing = width - len(cells) or (len(plan.names) - len(cells) if plan.doubted else 0)
        kept = without_strangers(cells, missing, wanted, plan.strangers)
        result.rows.append(kept + [""] * (len(plan.names) - len(kept)))
        result.lines.append(row.line + first - 1)
    return result


def _is_too_long(cells: list[str], width: int) -> bool:
    return len(cells) > width and any(c.strip() for c in cells[width:])


def _reason(cells: list[str] | None, width: int, is_cut: bool) -> Message:
    if is_cut:
        return message("The file ends inside this row.")
    if cells is None:
        return message("A quotation mark in this row is not closed, so its cells cannot be told apart.")
    return message("This row has {cells} cells, the header {width}.", cells=len(cells), width=width)
