"""The differences between a letter and the pieces of its edited file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from appeal_core.case import Block, BlockChange
from appeal_core.export.word.marks import PART, Part, squeezed, words_digest
from appeal_core.export.word.matching import Match, in_order
from appeal_core.export.word.reading import Piece
from appeal_core.export.word.table_changes import table_changes
from appeal_core.language import Lang, message
from appeal_core.letter.edits import table_lines


class Comparison:
    """Compares the letter's parts with the pieces of the file that they were matched to."""

    def __init__(
        self,
        lang: Lang,
        wanted: Sequence[Part],
        found: Sequence[Match],
        pieces: Sequence[Piece],
        same_parts: bool,
    ) -> None:
        self._lang, self._wanted, self._found = lang, wanted, found
        self._pieces, self._same_parts = pieces, same_parts
        self._of = {id(m.piece): m for m in found if m.piece}

    def changes(self) -> Iterator[BlockChange]:
        """In the order of the file; what is gone stands at the end."""
        out_of_order = in_order([m.part for m in map(self._match, self._pieces) if m], self._wanted)
        for number, piece in enumerate(self._pieces):
            match = self._match(piece)
            if match is None:
                yield from self._added(number, piece)
                continue
            if piece.empty and match.part.whole:
                yield self._removed(match.part, piece.mark)
                continue
            yield from self._changed(match)
            if match.part.name in out_of_order and match.part.block:
                yield _of_facts("moved", match.part, "", "")
        for match in self._found:
            if match.piece is None:
                yield self._removed(match.part, "")

    def _match(self, piece: Piece) -> Match | None:
        return self._of.get(id(piece))

    def _changed(self, match: Match) -> Iterator[BlockChange]:
        part, piece = match.part, match.piece
        assert piece
        mark = PART.fullmatch(piece.mark)
        stale = bool(mark) and mark is not None and mark[2] != words_digest(part.whole)
        given = _without_number(piece, part.block)
        if squeezed(given) == squeezed(part.whole) or (mark and mark[2] == words_digest(given)):
            return
        if part.block is None:
            yield _of_facts("fixed", part, part.text, given)
            return
        if part.block.chart and not part.block.table:
            return
        if piece.rows is not None and part.block.table:
            yield from table_changes(part, piece.rows, self._lang, stale=stale, by_likeness=mark is None)
            return
        heading, new = _split(given, piece, part)
        old = part.text
        if heading != squeezed(part.heading):
            yield _of_facts("fixed", part, part.heading.strip(), heading)
        if squeezed(new) == squeezed(old):
            return
        yield BlockChange(
            key=f"changed:{part.name}", kind="changed", block=part.name, old=old, new=new, stale=stale,
            by_likeness=mark is None,
        )  # fmt: skip

    def _added(self, number: int, piece: Piece) -> Iterator[BlockChange]:
        mark = PART.fullmatch(piece.mark)
        if piece.empty or (mark and mark[2] == words_digest(piece.words)):
            return  # a part that the letter has no more, as it was written
        text = _plain_rows(piece) if piece.rows is not None else piece.text.strip()
        if not text:
            return  # a picture
        block, before = self._neighbour(number)
        why = (
            None
            if block
            else message("There is no paragraph beside it to which these words could be joined.")
        )
        yield BlockChange(
            key=f"added:{number}:{words_digest(text)}", kind="added", block=block, new=text, before=before,
            can_be_taken=bool(block), why=why, stale=mark is not None,
        )  # fmt: skip

    def _neighbour(self, number: int) -> tuple[str, bool]:
        """The paragraph or point to which words are joined: the one before in its section, else the one after."""
        for places, before in (
            (range(number - 1, -1, -1), False),
            (range(number + 1, len(self._pieces)), True),
        ):
            for place in places:
                match = self._match(self._pieces[place])
                if match and match.part.name.startswith(("@section", "@title")):
                    break
                if match and match.part.block and not (match.part.block.table or match.part.block.chart):
                    return match.part.name, before
        return "", False

    def _removed(self, part: Part, mark: str) -> BlockChange:
        if part.block is None:
            return _of_facts("fixed", part, part.text, "")
        old = table_lines(part.block.table, self._lang) if part.block.table else part.text
        if part.block.kind in ("table", "exhibits", "signature"):
            return _of_facts("removed", part, old, "")
        stale = not mark and not self._same_parts
        return BlockChange(key=f"removed:{part.name}", kind="removed", block=part.name, old=old, stale=stale)


def _of_facts(kind: Any, part: Part, old: str, new: str) -> BlockChange:
    """A change that cannot be taken, since the facts decide there."""
    why = {
        "fixed": message(
            "These words come from the facts of the case. Change them on the page of those facts."
        ),
        "moved": message("The order of the parts follows the facts of the case."),
        "removed": message("This part stands on the facts of the case. Take them out on their page."),
    }[kind]
    block = part.name.rpartition(":")[2] if part.name.startswith("@") else part.name
    block = part.block.id if part.block else block
    return BlockChange(
        key=f"{kind}:{part.name}", kind=kind, block=block, old=old, new=new, can_be_taken=False, why=why
    )


def _without_number(piece: Piece, block: Block | None) -> str:
    """The piece's words without a number that was written out."""
    written = f"{block.number.strip()} " if block and block.number.strip() else ""
    return piece.words.removeprefix(written) if written else piece.words


def _split(given: str, piece: Piece, part: Part) -> tuple[str, str]:
    """A point's heading and text: by today's heading, else by what is bold at its beginning."""
    if not part.heading:
        return "", given.strip()
    if given.lstrip().startswith(part.heading.strip()):
        return squeezed(part.heading), given.lstrip()[len(part.heading.strip()) :].strip()
    bold = piece.bold - (len(piece.words) - len(given))
    return squeezed(given[: max(0, bold)]), given[max(0, bold) :].strip()


def _plain_rows(piece: Piece) -> str:
    return "\n".join("; ".join(filter(None, (" ".join(c.split()) for c in row))) for row in piece.rows or ())
