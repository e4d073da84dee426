"""An exhibit is of a file type that the notice does not accept.

What it looks for
    The file name of each exhibit against the types that the notice lists.
Why Amazon cares
    Its form refuses other types, or nobody opens them.
Example
    A .docx where the notice lists .pdf, .jpg, .png and .gif.
Write instead
    The same paper as PDF.
Sources
    wearesellers.com 34575 and other Amazon notices (lists of accepted file types).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from appeal_core.case import Case, Diagnosis, Exhibit, Notice
from appeal_core.language import list_text, message
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule


def _check(draft: Draft) -> Iterator[Hit]:
    case, notice = draft.context.case, draft.context.read_notice
    if case is None or notice is None or not notice.accepted_files:
        return
    accepted = {"jpg" if t == "jpeg" else t.lower().lstrip(".") for t in notice.accepted_files}
    for key, exhibit in case.exhibits.items():
        kind = exhibit.file_name.rpartition(".")[2].lower() if "." in exhibit.file_name else ""
        if kind and {"jpeg": "jpg"}.get(kind, kind) not in accepted:
            text = message(
                "Exhibit {letter} is a .{type} file; the notice accepts {types}.",
                letter=case.exhibit_letter(key), type=kind, types=list_text(sorted(accepted), "en"),
            )  # fmt: skip
            yield Hit(text, page="evidence", path=f"exhibits.{key}")


RULE = Rule(
    id="exhibit-type-refused",
    severity="warning",
    why=message(
        "The notice lists the file types that Amazon opens. Another type may be refused by the form."
    ),
    source="Amazon notices (accepted file types)",
    check=_check,
    family="truth",
    about="whole",
)


def _case(name: str, *types: str) -> Context:
    notice = Notice(text="x", diagnosis=Diagnosis(text="x", accepted_files=types))
    exhibits = {"e": Exhibit(kind="supplier_invoice", file_name=name)}
    return Context(
        case=Case(id="c", created_at=dt.datetime(2026, 11, 3), notices=(notice,), exhibits=exhibits)
    )


EXAMPLES = (
    Example("fires", "See Exhibit A.", _case("invoice.docx", "pdf", "jpg")),
    Example("quiet", "See Exhibit A.", _case("invoice.pdf", "pdf", "jpg")),
    Example("near", "See Exhibit A.", _case("invoice.JPEG", "pdf", "jpg")),
    Example("near", "See Exhibit A.", _case("invoice.docx")),
)
