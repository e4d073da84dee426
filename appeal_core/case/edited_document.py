"""A letter that went to Word and came back: what was changed in it, block by block."""

from __future__ import annotations

from typing import Literal

from appeal_core.language import Frozen, Lang, Message

ChangeKind = Literal["changed", "added", "removed", "moved", "fixed"]


class BlockChange(Frozen):
    """One difference between the file and the letter.

    `block` is the block that it concerns; for `added` the one to whose text the words would be joined,
    behind it or, where `before`, in front of it. `old` and `new` are its text without number and heading; of a
    table, one cell's. `fixed` are words that come from the facts (a title, a heading), `moved` is an
    order: neither can be taken, and `why` says so. `stale`: the facts under the block have changed since the
    file was written, so that `old` is today's wording and not what the editor saw.
    """

    key: str  # names the change; the same file and letter give the same keys
    kind: ChangeKind
    block: str = ""
    old: str = ""
    new: str = ""
    before: bool = False
    can_be_taken: bool = True
    why: Message | None = None
    stale: bool = False
    by_likeness: bool = False  # the file bore no mark here: the text was matched by its words
    row: str = ""  # in a table: the row's first cell
    column: str = ""  # in a table: the column's header
    path: str = ""  # the case's field that the cell, or whether the row stands, is taken into
    page: str = ""  # where these facts are changed


class Remark(Frozen):
    """A comment that somebody wrote in the file, with the words it stands at."""

    author: str
    text: str
    words: str = ""
    block: str = ""


class EditedDocument(Frozen):
    """What an edited letter says. `tracked`: how many tracked changes it held (read as accepted)."""

    language: Lang
    changes: tuple[BlockChange, ...] = ()
    remarks: tuple[Remark, ...] = ()
    tracked: int = 0
    notes: tuple[Message, ...] = ()
