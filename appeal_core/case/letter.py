"""The letter as a value: sections of blocks, each in both languages, each with its facts."""

from __future__ import annotations

from typing import Literal

from appeal_core.language import Bilingual, Frozen, Message

FactSource = Literal["notice", "report", "seller", "amazon", "catalogue", "computed"]


class LetterFact(Frozen):
    """A thing that the letter says, and where it comes from.

    `ref` names its place: a measurement's id, a notice's span (`notice:120-184`), or the path of a
    case's field. `values` are the strings that may appear in the text for it (`37`, `8.98%`).
    """

    id: str
    source: FactSource
    ref: str
    label: Bilingual
    values: tuple[str, ...]


class Gap(Frozen):
    """Something that is missing, visible in the letter, with the page and field that fill it."""

    id: str
    message: Message
    page: str
    path: str = ""


class FactMove(Frozen):
    """A fact under an edited block that is not what it was: its strings then and now; empty where it was not."""

    label: Bilingual
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


class Table(Frozen):
    """A table with a header row. Cells are bilingual.

    `paths`: for each cell the case's field that holds its words, empty where it is counted or composed.
    `page`: where the facts of the table are changed.
    """

    caption: Bilingual = Bilingual()
    header: tuple[Bilingual, ...]
    rows: tuple[tuple[Bilingual, ...], ...]
    numeric: tuple[int, ...] = ()  # columns set to the right
    paths: tuple[tuple[str, ...], ...] = ()
    page: str = ""


class ChartPoint(Frozen):
    """One day of a rolling rate (fraction)."""

    day: str
    rate: float


class ChartBar(Frozen):
    """One bar: its value, count, what is written at its end, and the running share (`None`: no line).

    The last may be the `rest`: all other values together.
    """

    label: Bilingual
    count: int
    written: Bilingual
    running: float | None = None
    rest: bool = False


class Chart(Frozen):
    """A rolling rate with its target line, or, where it has `bars`, what drives a rate.

    `window`: the days of the letter's figure (ISO), shaded. `fix`: the first day on which something was
    corrected (ISO), a dotted line. Both empty where they lie outside the points.
    """

    title: Bilingual
    alt: Bilingual
    points: tuple[ChartPoint, ...] = ()
    target: float = 0.0
    target_label: Bilingual = Bilingual()
    window: tuple[str, str] | None = None
    fix: str = ""
    fix_label: Bilingual = Bilingual()
    bars: tuple[ChartBar, ...] = ()


class Block(Frozen):
    """One piece of the letter. `id` stays the same as long as its subject does.

    `number` ("1.2") and `heading` stand before the text where the block is a numbered point.
    `offered` is the wording from the facts where the seller's own stands in `text`.
    """

    id: str
    kind: Literal["paragraph", "point", "table", "chart", "exhibits", "signature"] = "paragraph"
    number: str = ""
    heading: Bilingual = Bilingual()
    text: Bilingual = Bilingual()
    table: Table | None = None
    chart: Chart | None = None
    facts: tuple[str, ...] = ()  # ids of the letter's facts
    gaps: tuple[Gap, ...] = ()
    exhibits: tuple[str, ...] = ()  # exhibit letters named in it
    edited: bool = False
    moved: bool = False  # edited, and its facts have changed since
    moves: tuple[FactMove, ...] = ()  # which of them
    offered: Bilingual = Bilingual()
    digest: str = ""


class Section(Frozen):
    """A part of the letter. Titles are empty for the opening, and where a part goes on under the heading before it.

    `under` tells one of several sections of the same id from the first.
    """

    id: Literal[
        "opening",
        "figures",
        "root_cause",
        "actions",
        "prevention",
        "documents",
        "grounds",
        "request",
        "exhibits",
        "signature",
        "sources",
    ]
    under: str = ""
    title: Bilingual = Bilingual()
    blocks: tuple[Block, ...] = ()


class Letter(Frozen):
    """A whole letter, in both languages."""

    kind: str
    of_case: str = ""  # the case's own id
    title: Bilingual
    reference: Bilingual  # store · merchant token · store · notice of … · case …
    store: str = ""
    case_id: str = ""
    language: Literal["en", "zh"] = "en"  # the one that Amazon reads
    paper: Literal["a4", "us-letter"] = "us-letter"
    spelling: Literal["american", "british"] = "american"
    day: str = ""  # ISO, from the case, never from the clock
    author: str = ""
    sections: tuple[Section, ...] = ()
    facts: dict[str, LetterFact] = {}

    def blocks(self) -> tuple[Block, ...]:
        """Every block, in reading order."""
        return tuple(b for s in self.sections for b in s.blocks)

    def gaps(self) -> tuple[Gap, ...]:
        """Every hole, in reading order."""
        return tuple(g for b in self.blocks() for g in b.gaps)
