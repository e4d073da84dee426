"""How a file was read: every row accounted for, what was dropped, what this kind gives and lacks."""

from typing import Any

import streamlit as st

from appeal_core.case import Case, ReportSummary
from appeal_core.catalog.loader import report_kinds
from appeal_core.journey import autopsy, encodings, reports
from appeal_core.language import number_text
from pages.parts.current import change, store
from pages.parts.fold import fold
from pages.parts.words import labelled, lang, listed, read, safe, t


def account(case: Case, report: ReportSummary, files: list[Any]) -> reports.Upload | None:
    """The card of one file. Gives the upload to read again where other characters were chosen."""
    aside = sum(s.rows for s in report.set_aside)
    counts = t("{used} used, {refused} refused, {aside} set aside",
               used=report.used, refused=report.rejected_rows, aside=aside)  # fmt: skip
    label = f"**{safe(report.file)}** · {read(reports.kind_name(report.kind))} · {counts}"
    card = fold(f"{case.id}|file|{report.sha256}", label)
    if not card.open:  # nothing is drawn that nobody sees: a case can have many files
        return None
    with card:
        _rows(report, aside)
        _kind(report)
        if report.dropped_columns:
            st.caption(
                t(
                    "{n} columns with buyers' data were dropped while reading: {columns}",
                    n=len(report.dropped_columns),
                    columns=safe(listed(report.dropped_columns)),
                )
            )
        for note in report.notes:
            st.warning(safe(read(note)))
        _refused(report)
        file = _its_upload(case, report, files)
        again = encoding_box(case, report, file) if report.delimiter else None
        _buttons(case, report)
    return again


def _rows(report: ReportSummary, aside: int) -> None:
    """Where each row went, on which days, read in which characters."""
    said = t("{rows} rows = {used} used + {refused} refused + {aside} set aside", rows=report.rows,
             used=report.used, refused=report.rejected_rows, aside=aside)  # fmt: skip
    st.markdown(f"**{said}**")
    why = {"other_marketplace": t("of another store"), "not_amazon": t("sold outside Amazon")}
    for one in report.set_aside:
        st.caption(labelled(why.get(one.reason, one.reason), t("{rows} rows set aside", rows=one.rows)))
    if report.first and report.last:
        st.write(t("Days {first} to {last}", first=report.first, last=report.last))
    marks = {"\t": t("tabs"), ",": t("commas"), ";": t("semicolons"), "|": t("vertical bars")}
    if report.encoding and report.delimiter:
        name = read(encodings.encoding_name(report.encoding))
        mark = marks.get(report.delimiter, report.delimiter)
        st.caption(t("Read as {encoding}, separated by {mark}", encoding=name, mark=mark))


def _kind(report: ReportSummary) -> None:
    """What this kind of file can tell and what it cannot."""
    if report.kind is None:
        return
    kind = report_kinds().kind(report.kind)
    for label, text in ((t("What it tells"), kind.gives), (t("What it does not tell"), kind.lacks)):
        if read(text):
            st.markdown(labelled(f"**{label}**", safe(read(text))))


def _refused(report: ReportSummary) -> None:
    """Each refusal with its line and reason, folded away."""
    if not report.rejected:
        return
    shown = len(report.rejected)
    with st.popover(t("The refused rows ({n})", n=number_text(report.rejected_rows, lang()))):
        if shown < report.rejected_rows:
            st.caption(t("The first {n} are named.", n=shown))
        st.dataframe(
            [{t("Line"): str(r.line), t("Why it was refused"): read(r.reason)} for r in report.rejected],
            hide_index=True,
        )


def encoding_box(case: Case, report: ReportSummary, file: Any | None) -> reports.Upload | None:
    """Another reading of the file's characters, where the upload is still at hand."""
    found = report.encoding if report.encoding in encodings.ENCODINGS else None
    key = f"{case.id}|encoding|{report.file}|{report.encoding}"
    chosen = st.selectbox(
        t("Characters look wrong?"), list(encodings.ENCODINGS), key=key, placeholder=t("Choose"),
        index=list(encodings.ENCODINGS).index(found) if found else None, disabled=file is None,
        format_func=lambda code: read(encodings.ENCODINGS[code]),
        help=t("Names in SKUs, carriers or reasons that turn to signs come from another character set."),
    )  # fmt: skip
    if file is None:
        st.caption(
            t("To read it in other characters, upload this file again; the choice is remembered for it.")
        )
        return None
    again = st.button(t("Read it again"), key=f"again|{key}", disabled=chosen is None or chosen == found)
    if not again or chosen is None:
        return None
    data = file.getvalue()
    store().remember_mapping(encodings.key_of(data), encodings.choice(chosen))
    kept = tuple(r.sha256 for r in encodings.read_from(case, file.name))
    return reports.Upload(file.name, data, encoding=chosen, replaces=kept)


def _its_upload(case: Case, report: ReportSummary, files: list[Any]) -> Any | None:
    """The upload that this report came from, where there is no doubt which it is."""
    same = [f for f in files if f.name == report.file or report.file.startswith(f"{f.name}/")]
    twins = [r for r in case.reports if r.file == report.file]
    return same[0] if len(same) == len(twins) == 1 else None


def _buttons(case: Case, report: ReportSummary) -> None:
    with st.container(horizontal=True):
        if report.sha256:
            st.download_button(
                t("Download it cleaned (CSV)"),
                data=lambda: autopsy.cleaned_report(case, report.sha256, store().file),
                file_name=f"clean-{report.file.rsplit('.', 1)[0].replace('/', '-')}.csv",
                mime="text/csv", on_click="ignore",
                key=f"clean|{report.sha256}", icon=":material/download:",
                help=t("Known columns alone, none of a buyer's, safe to open in a spreadsheet."),
            )  # fmt: skip
        st.button(
            t("Remove this file"), key=f"drop|{report.sha256}|{report.file}", on_click=_drop,
            args=(report.sha256,), icon=":material/delete:",
        )  # fmt: skip


def _drop(sha256: str) -> None:
    change(lambda c: reports.without(c, sha256, store().file))
