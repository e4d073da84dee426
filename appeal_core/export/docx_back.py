"""A letter that was edited in Word comes back: what changed in it, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from appeal_core.case import EditedDocument, Letter, Remark
from appeal_core.export.word.comparing import Comparison
from appeal_core.export.word.marks import (
    PART,
    WHOLE,
    case_digest,
    kind_digest,
    letter_mark,
    parts,
)
from appeal_core.export.word.matching import Match, matched
from appeal_core.export.word.package import open_word
from appeal_core.export.word.reading import Piece, Reader
from appeal_core.language import BadInput, Lang, Message, message

_LEAST_KNOWN = 0.3  # share of an unmarked file's words that must be the letter's


def read_edited(data: bytes, letter: Letter, lang: Lang | None = None) -> EditedDocument:
    """What an edited .docx of `letter` says differently, in the order of the file.

    `lang` is the language to compare with; without it that of the file's mark, else the letter's own. Tracked
    changes count as accepted; comments are listed. Raises `BadInput` for a file that cannot be read, or is the
    letter of another case or of another kind.
    """
    document = open_word(data)
    reader = Reader(document)
    mark = WHOLE.fullmatch(reader.letter_mark)
    language: Lang = lang or ("zh" if mark[2] == "zh" else "en") if mark else lang or letter.language
    if mark:
        _same_letter(mark[1], mark[3], letter)
    wanted = [p for p in parts(letter, language) if p.whole.strip() or (p.block and p.block.chart)]
    pieces = [p for p in reader.pieces if not (p.empty and not p.mark)]
    found = matched(pieces, wanted)
    if not mark and not any(PART.fullmatch(p.mark) for p in pieces):
        _known_enough(found, pieces)
    whole = reader.letter_mark == letter_mark(letter, language)
    changes = tuple(Comparison(language, wanted, found, pieces, whole).changes())
    return EditedDocument(
        language=language,
        changes=changes,
        remarks=tuple(_remarks(document, found, pieces)),
        tracked=reader.tracked,
        notes=tuple(_notes(document, reader, bool(mark))),
    )


def _same_letter(case: str, kind: str, letter: Letter) -> None:
    if case != case_digest(letter.of_case):
        raise BadInput("This Word file is the letter of another case. Open that case and give it there.")
    if kind != kind_digest(letter.kind):
        raise BadInput(
            "This Word file is another kind of letter of this case. Choose that kind on the letter page, then give it again."
        )


def _known_enough(found: Sequence[Match], pieces: Sequence[Piece]) -> None:
    known = sum(len(m.piece.words) for m in found if m.piece)
    if known < _LEAST_KNOWN * max(1, sum(len(p.words) for p in pieces)):
        raise BadInput(
            "This Word file does not look like the letter of this case. Download the letter, edit that file, and give it back."
        )


def _notes(document: Any, reader: Reader, marked: bool) -> Iterator[Message]:
    if reader.tracked:
        yield message(
            "The file has {count} tracked changes. They are read as accepted.", count=reader.tracked
        )
    if not marked:
        yield message("The file has lost the marks by which its paragraphs are known: they are matched by their words.")  # fmt: skip
    if document.element.body.xpath(".//w:txbxContent"):
        yield message("Words in text boxes are not read. Copy them into the text where they belong.")


def _remarks(document: Any, found: Sequence[Match], pieces: Sequence[Piece]) -> Iterator[Remark]:
    if not any(rel.reltype.endswith("/comments") for rel in document.part.rels.values()):
        return
    blocks = {id(m.piece): m.part.block.id for m in found if m.piece and m.part.block}
    for comment in document.comments:
        piece = next((p for p in pieces if str(comment.comment_id) in p.remarks), None)
        yield Remark(
            author=comment.author or "",
            text=comment.text.strip(),
            words=piece.text if piece else "",
            block=blocks.get(id(piece), "") if piece else "",
        )
