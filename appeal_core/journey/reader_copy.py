"""The reader's copy: the letter with numbered lines, questions, and room for remarks and a name."""

from __future__ import annotations

from itertools import groupby

from appeal_core.case import Block, Letter, Section, Table
from appeal_core.journey.coverage_paper import both
from appeal_core.journey.lines import Line, lines
from appeal_core.language import Bilingual, Lang, Message, message

_ROWS = 10
_EMPTY = Bilingual()
_ROOM = Bilingual(en="\u00a0" * 60, zh="\u00a0" * 60)  # a column is as wide as its words
QUESTIONS = (
    message("After one reading: what went wrong, and why? One sentence, from memory."),
    message("What was done, and what runs from now on? One sentence, from memory."),
    message("Which line did you have to read twice?"),
    message("Which line could stand in the letter of any other shop?"),
    message("Which statement would you want to see proven, and no exhibit is named?"),
    message("Which line blames somebody, pleads, or promises instead of saying what is done?"),
    message("Which number, day or name looks doubtful, or differs between two places?"),
    message("Which words would no native speaker write?"),
    message("What would you ask if you had to decide on this letter?"),
)


def reader_docx(letter: Letter, lang: Lang) -> bytes:
    """The copy in the reader's language as the bytes of a .docx; the same bytes for the same letter."""
    from appeal_core.export.docx import to_docx

    return to_docx(reader_paper(letter), lang, draft=False)


def reader_paper(letter: Letter) -> Letter:
    """The copy as a value, in both languages: line 8 is the same line in both."""
    known = lines(letter)
    return letter.model_copy(
        update={
            "kind": "reader_copy",
            "title": both(message("To read: {title}", title=letter.title)),
            "sections": (
                _section("read", message("How to read this copy"), _how(len(known))),
                *_letter(known),
                _section("questions", message("Questions to the reader"), _questions()),
                _section("remarks", message("Remarks"), _remarks()),
                _section("approval", message("Approval"), _approval(len(known))),
            ),
            "facts": {},
        }
    )


def _section(key: str, title: Message, *blocks: Block) -> Section:
    kept = tuple(b.model_copy(update={"id": f"{key}:{n}"}) for n, b in enumerate(blocks))
    return Section(id="documents", title=both(title), blocks=kept)


def _how(last: int) -> Block:
    text = message(
        "Read lines 1 to {last} once without a stop, as somebody would who reads many such letters a day. Then answer the "
        "questions, and write each remark with the number of its line: in the table below, as a comment in Word, or by "
        "message. Change nothing in the lines themselves; facts are changed in the case.",
        last=last,
    )
    return Block(id="how", text=both(text))


def _letter(known: tuple[Line, ...]) -> list[Section]:
    found = []
    for (section, _), group in groupby(known, key=lambda x: (x.section, x.part.en)):
        members = list(group)
        blocks = tuple(
            Block(id=f"line:{x.number}", kind="point", number=str(x.number), heading=x.head, text=x.text)
            for x in members
        )
        title = Bilingual(en=_unnumbered(members[0].part.en), zh=_unnumbered(members[0].part.zh))
        found.append(Section(id=section, title=title, blocks=blocks))
    return found


def _unnumbered(title: str) -> str:
    """A title without the letter's own number: here only the lines are numbered."""
    head, _, rest = title.partition(". ")
    return rest if head.isdigit() else title


def _questions() -> Block:
    rows = tuple((Bilingual(en=str(n), zh=str(n)), both(q), _ROOM) for n, q in enumerate(QUESTIONS, 1))
    return _table((message("No."), message("Question"), message("Your answer")), rows)


def _remarks() -> Block:
    return _table((message("Line"), message("Remark")), ((_EMPTY, _ROOM),) * _ROWS)


def _approval(last: int) -> Block:
    text = both(message("I have read lines 1 to {last}.", last=last))
    header = (message("Name"), message("Day"), message("Signature"))
    table = _table(header, ((_EMPTY,) * 3,))
    return table.model_copy(update={"text": text})


def _table(header: tuple[Message, ...], rows: tuple[tuple[Bilingual, ...], ...]) -> Block:
    return Block(id="t", kind="table", table=Table(header=tuple(both(h) for h in header), rows=rows))
