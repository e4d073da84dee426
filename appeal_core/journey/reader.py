"""The human reader: remarks on the letter's lines, each settled or refused with a reason, and the approval."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Case, Letter
from appeal_core.case.reader import Approval, ReaderRemark
from appeal_core.follow_up.changes import Change, compared
from appeal_core.journey import composing
from appeal_core.journey.lines import lines
from appeal_core.language import BadInput


def with_remark(case: Case, letter: Letter, text: str, number: int | None, author: str, on: dt.date) -> Case:
    """The case with a remark on line `number` (`None`: on the whole letter). Raises `BadInput`."""
    if not text.strip():
        raise BadInput("The remark is empty. Write what the reader said and add it again.")
    line = next((x for x in lines(letter) if x.number == number), None)
    if number is not None and line is None:
        raise BadInput(
            "The letter has no line {number}. Its lines are numbered in the reader's copy.", number=number
        )
    remark = ReaderRemark(text=text.strip(), line=number, words=line.text.en if line else "",
                          author=author.strip(), on=on)  # fmt: skip
    known = {(r.text, r.words) for r in case.reader_remarks.values()}
    if (remark.text, remark.words) in known:
        return case  # the same file given twice
    key = next(k for n in range(1, len(case.reader_remarks) + 2) if (k := f"r{n}") not in case.reader_remarks)
    return case.replace(reader_remarks={**case.reader_remarks, key: remark})


def with_remarks_of(case: Case, letter: Letter, data: bytes, on: dt.date) -> Case:
    """The case with the remarks of a reader's copy that came back: its comments and its table of remarks.

    Raises `BadInput` for a file that is no Word document or holds no remark.
    """
    from appeal_core.export.reader_back import read_remarks

    found = read_remarks(data)
    if not found:
        raise BadInput("No remark stands in this file: neither a comment nor a line in its table of remarks.")
    for one in found:
        number = one.line or next(
            (x.number for x in lines(letter) if one.beside and (x.text.en in one.beside or x.text.zh in one.beside)),
            None,
        )  # fmt: skip
        last = len(lines(letter))
        case = with_remark(
            case, letter, one.text, number if number and number <= last else None, one.author, on
        )
    return case


def moved(letter: Letter, remark: ReaderRemark) -> bool:
    """Whether the line that a remark is about has changed or gone since."""
    return bool(remark.words) and all(x.text.en != remark.words for x in lines(letter))


def unsettled(case: Case) -> tuple[str, ...]:
    """The keys of the remarks that are open, or refused without a reason."""
    return tuple(
        key
        for key, r in case.reader_remarks.items()
        if r.state == "open" or (r.state == "refused" and not r.reason.strip())
    )


def with_approval(case: Case, letter: Letter, by: str, on: dt.date) -> Case:
    """The case with the reader's approval of the letter as it stands. Raises `BadInput`."""
    if not by.strip():
        raise BadInput("Say who has read the letter: an approval bears a name.")
    if left := unsettled(case):
        raise BadInput(
            "Remarks still open: {n}. Settle each, or refuse it with a reason; then the reader can approve.",
            n=len(left),
        )
    text = composing.plain(letter, letter.language)
    return case.replace(approval=Approval(by=by.strip(), on=on, text=text, language=letter.language))


def changed_since(case: Case, letter: Letter) -> Change | None:
    """What changed in the letter since it was approved; `None` where nothing did, or nobody has approved."""
    given = case.approval
    now = composing.plain(letter, given.language) if given else ""
    if given is None or now == given.text:
        return None
    return compared(given.text, now)
