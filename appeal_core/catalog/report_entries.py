"""What a kind of report must hold: its columns, and how it is recognised."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from appeal_core.catalog.entries import Code, Entry
from appeal_core.language import Bilingual, Frozen


class ReportColumn(Frozen):
    """A column that is read: what it holds, and every header by which it is known."""

    holds: Literal["id", "word", "when", "count", "number", "flag", "units", "unread"]
    names: tuple[str, ...]
    required: bool = False  # a row without it is refused


class ReportKind(Entry):
    """A file that a seller can download, recognised by its columns."""

    code: Code
    name: Bilingual
    where: Bilingual = Bilingual()  # where in Seller Central it is downloaded
    gives: Bilingual = Bilingual()  # what can be read off it
    lacks: Bilingual = Bilingual()  # what it does not tell, and which file does
    columns: dict[Code, ReportColumn]
    needs: tuple[Code, ...]  # all of these
    one_of: tuple[tuple[Code, ...], ...] = ()  # and one of each of these
    without: tuple[str, ...] = ()  # and no header that holds one of these words
    similar: bool = False  # headers that are nearly the known ones count too
    flags_between: tuple[Code, Code] | None = None  # unknown columns between these two are yes/no criteria

    @model_validator(mode="after")
    def _known_columns(self) -> ReportKind:
        named = {*self.needs, *(c for group in self.one_of for c in group)}
        if missing := named - set(self.columns):
            raise ValueError(f"`needs` and `one_of` name columns that do not stand here: {sorted(missing)}")
        return self


class ReportCatalog(Frozen):
    """Every kind of report, and the headers whose columns hold a buyer's personal data."""

    personal_names: tuple[str, ...]
    personal_words: tuple[str, ...]
    passed_over: tuple[str, ...] = ()  # Amazon's other columns: known, not read
    defect_words: dict[Code, tuple[str, ...]] = {}  # metric -> words in the headers of a seller's own table
    kinds: tuple[ReportKind, ...]

    def kind(self, code: str) -> ReportKind:
        """The kind `code`; `KeyError` when there is none such."""
        return next((k for k in self.kinds if k.code == code), None) or _no_kind(code)


def _no_kind(code: str) -> ReportKind:
    raise KeyError(code)
