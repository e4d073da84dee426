"""Two figures of one rate: whose each is, and the likely reason why they differ."""

from __future__ import annotations

from appeal_core.case import Case, Figure, Measurement
from appeal_core.catalog import metrics
from appeal_core.language import Message, message, percent_text

_AMAZONS = ("amazon", "stated")


def basis_said(case: Case, measurement: Measurement) -> Message:
    """Where both counts of a figure come from, in a sentence."""
    basis = measurement.basis
    if basis == "counted":
        return message("Counted from your reports, both numbers.")
    if basis == "amazon":
        return message("Amazon's own figure, from its report.")
    if basis == "estimate":
        return message(
            "An estimate: the defects are from your files, the number of orders from your order files."
        )
    if basis == "upper_bound":
        return message("An upper bound: the real rate is this or lower.")
    days = measurement.window.days if measurement.window else None
    typed = case.typed.get(f"{measurement.code}:{days}")
    if measurement.files and not (typed and typed.numerator is not None):
        return message(
            "The defects are counted from your files, the number of orders is the one that you typed."
        )
    return message("Both numbers as typed from Amazon's page or notice.")


def why_differ(measurement: Measurement, other: Figure) -> Message | None:
    """The likely reason why `other` is not the measurement's own figure; `None` where they agree.

    Reasons are likely, never certain: only Amazon knows which orders it counted.
    """
    mine, theirs = _bad(measurement, measurement), _bad(measurement, other)
    if (mine, measurement.denominator) == (theirs, other.denominator):
        return None
    if "upper_bound" in (measurement.basis, other.basis):
        return message("The upper bound counts every order that may be a defect, so it is the higher one.")
    if measurement.code == "late_shipment_rate" and measurement.denominator == other.denominator:
        return message(
            "Late orders placed by the day of confirmation instead of the day of the order. Which of the two Amazon "
            "takes is not published; in doubt the higher one is the safer to reckon with."
        )
    if (measurement.basis in _AMAZONS) == (other.basis in _AMAZONS):
        return message("Two ways to the same rate. The first stands on the better source.")
    if mine is None or theirs is None:
        return message("Only the rates can be compared. Check that both are of the same days.")
    if mine == theirs and measurement.code == "valid_tracking_rate":
        return message(
            "The defects agree. Your order files count orders of every category; Amazon counts packages, and a "
            "category by itself."
        )
    if mine == theirs:
        return message(
            "The defects agree; the number of orders differs. Likely: orders that were cancelled or changed after "
            "your download, or days that your files do not hold."
        )
    listed, stated = (theirs, mine) if measurement.basis in _AMAZONS else (mine, theirs)
    if listed < stated:
        return message(
            "Your files list {listed} defects and Amazon counts {stated}. Likely: days that your files miss, or "
            "defects added after the download.", listed=listed, stated=stated,
        )  # fmt: skip
    return message(
        "Your files list {listed} defects and Amazon counts {stated}. Likely: Amazon took some back after the "
        "download, or its figure is of another day.", listed=listed, stated=stated,
    )  # fmt: skip


def counts_said(figure: Figure | Measurement) -> str:
    """`43 / 511 = 8.41%`, with a dash for what is not known."""
    top, bottom = (f"{n:,}" if n is not None else "—" for n in (figure.numerator, figure.denominator))
    rate = f" = {percent_text(figure.rate, 'en')}" if figure.rate is not None else ""
    return f"{top} / {bottom}{rate}"


def _bad(measurement: Measurement, figure: Figure | Measurement) -> int | None:
    """Defects, whichever side the metric's numerator counts."""
    if figure.numerator is None or metrics()[measurement.code].counts == "bad":
        return figure.numerator
    return None if figure.denominator is None else figure.denominator - figure.numerator
