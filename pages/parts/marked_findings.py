"""A reviewed text with its findings marked in it, numbered as their cards are."""

from collections.abc import Sequence

from appeal_core.case import SEVERITIES, Case, Finding
from appeal_core.journey.marking import stretches
from appeal_core.language import Lang
from pages.parts.findings import SIGNS, open_findings, severity_word
from pages.parts.marked import Label, show_text
from pages.parts.words import labelled, listed, read, sentences, t


def marked_findings(
    case: Case | None, text: str, findings: Sequence[Finding], language: Lang, *, beside: bool = False
) -> None:
    """The text; at each mark the severity's sign and the finding's number, what it says when it is reached.

    `beside`: its cards stand in the next column, and it stays in sight while they are scrolled.
    """
    known = dict(open_findings(case, findings))
    labels = [
        Label(
            s.start,
            s.end,
            s.severity,
            " ".join(f"{SIGNS[known[n].severity]}{n}" for n in s.opens),
            sentences(*(_says(n, known[n]) for n in s.opens)),
        )
        for s in stretches(known.items(), len(text))
    ]
    placed = {f.severity for f in known.values() if f.start is not None}
    words = {s: f"{SIGNS[s]} {severity_word(s)}" for s in SEVERITIES if s in placed}
    shape = "notice beside" if beside else "notice"
    show_text(text, labels, words, t("The text, with its findings marked"), language, shape)


def _says(number: int, finding: Finding) -> str:
    return labelled(listed((str(number), severity_word(finding.severity))), read(finding.message))
