"""The Case and its parts: the vocabulary that every room speaks (pydantic, frozen)."""

from appeal_core.case.answers import (
    ActionAnswer,
    Attempt,
    Coding,
    Conflict,
    Edit,
    Exhibit,
    MeasureAnswer,
    Reply,
    RootCauseAnswer,
    Seller,
    Understanding,
    Words,
)
from appeal_core.case.diagnosis import (
    Ask,
    CauseFound,
    DeadlineFound,
    Diagnosis,
    FigureStated,
    Question,
    Span,
    Warning_,
)
from appeal_core.case.document import FORMAT, Case, LetterWishes, Notice, letter_of
from appeal_core.case.finding import SEVERITIES, Finding, Severity
from appeal_core.case.letter import (
    Block,
    Chart,
    ChartPoint,
    Gap,
    Letter,
    LetterFact,
    Section,
    Table,
)
from appeal_core.case.measurements import (
    Basis,
    DayCount,
    Driver,
    Figure,
    Fulfilment,
    Measurement,
    Measurements,
    Rejected,
    ReportSummary,
    SetAside,
    TypedCount,
    Verdict,
    Window,
)

__all__ = [
    "FORMAT", "SEVERITIES", "ActionAnswer", "Ask", "Attempt", "Basis", "Block", "Case",
    "CauseFound", "Chart", "ChartPoint", "Coding", "Conflict", "DayCount", "DeadlineFound",
    "Diagnosis", "Driver", "Edit", "Exhibit", "Figure", "FigureStated", "Finding", "Fulfilment",
    "Gap", "Letter", "LetterFact", "LetterWishes", "MeasureAnswer", "Measurement", "Measurements",
    "Notice", "Question", "Rejected", "Reply", "ReportSummary", "RootCauseAnswer", "Section",
    "Seller", "SetAside", "Severity", "Span", "Table", "TypedCount", "Understanding", "Verdict",
    "Warning_", "Window", "Words", "letter_of",
]  # fmt: skip
