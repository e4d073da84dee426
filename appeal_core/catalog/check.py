"""Checks every knowledge file: its form, its texts, the codes it names, and the sentences of its cues."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import yaml
from pydantic import BaseModel, ValidationError

from appeal_core.catalog import cue_entries
from appeal_core.catalog.holding import faults_within
from appeal_core.catalog.places import Laid, Place
from appeal_core.catalog.references import PAGES, REFERENCES, Named, named
from appeal_core.catalog.registry import FOLDERS, KINDS, Kinds
from appeal_core.language import Frozen, Message, message


class Fault(Frozen):
    """What is wrong, and where: `file` relative to the catalogue's folder, `line` from 1 where it is known."""

    file: str
    line: int | None
    text: Message


class LastChecked(Frozen):
    """When an entry was last compared with its source."""

    file: str
    line: int | None
    entry: str
    checked_on: dt.date
    status: str
    source: str


class Checked(Frozen):
    """The outcome. `oldest`: every entry with a day, the one that was checked longest ago first."""

    files: int
    entries: int
    faults: tuple[Fault, ...]
    oldest: tuple[LastChecked, ...]


class Ear(Protocol):
    """Hears cues in sentences; given by whoever knows the pattern language."""

    def fault(self, pattern: str) -> str:
        """What is wrong with a pattern; empty where nothing is."""

    def weight(self, cues: cue_entries.Cues, sentence: str) -> float:
        """The weight of the surest cue that stands in the sentence; 0 where none does."""


class Catalogue:
    """A folder of knowledge files under check. `kinds`, `references`, `books`: what other rooms add."""

    def __init__(
        self, folder: Path, ear: Ear, kinds: Kinds, references: Named, books: Mapping[str, frozenset[str]]
    ) -> None:
        self.folder = folder
        self.ear = ear
        self.kinds = {**KINDS, **kinds}
        self.references = {**REFERENCES, **references}
        self.faults: list[Fault] = []
        self.files: dict[str, Laid] = {}
        self.found: list[tuple[str, Place, BaseModel]] = []
        self._given = books

    def checked(self) -> Checked:
        """Reads all files, then checks each entry."""
        for name in self._names():
            self._read(name)
        for name, place, entry in self.found:
            for at, part in parts(entry, place):
                self._check(name, at, part)
        self._pairs()
        oldest = sorted(
            self._days(), key=lambda d: (d.checked_on, d.status != "unverified", d.file, d.line or 0)
        )
        faults = sorted(self.faults, key=lambda f: (f.file, f.line or 0))
        return Checked(
            files=len(self.files), entries=len(self.found), faults=tuple(faults), oldest=tuple(oldest)
        )

    def _names(self) -> list[str]:
        there = {p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*.y*ml")}
        for name in sorted(there):
            if not self._expected(name):
                self._fault(name, None, message("no such file belongs to the catalogue"))
        for name in sorted(set(self.kinds) - there):
            self._fault(name, None, message("this file is missing"))
        return [n for n in sorted(there) if self._expected(n)]

    def _expected(self, name: str) -> bool:
        folder, _, file = name.rpartition("/")
        return name in self.kinds or (folder in FOLDERS and file.endswith(".yaml"))

    def _read(self, name: str) -> None:
        try:
            laid = self.files[name] = Laid(self.folder / name)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            text = message("not valid YAML: {fault}", fault=str(getattr(error, "problem", "") or error))
            self._fault(name, mark.line + 1 if mark else None, text)
            return
        except (OSError, ValueError, RecursionError) as error:
            self._fault(name, None, message("this file cannot be read: {fault}", fault=str(error)))
            return
        for line, key in laid.repeated():
            self._fault(name, line, message("“{key}” stands twice; only the last one would count", key=key))
        self._entries(name, laid)

    def _entries(self, name: str, laid: Laid) -> None:
        if name not in self.kinds:
            found = self._entry(name, (), FOLDERS[name.split("/")[0]], laid.data)
            if found is not None and (code := getattr(found, "code", "")) != Path(name).stem:
                self._fault(
                    name, laid.line(("code",)), message("the file's name is not its code “{code}”", code=code)
                )
        elif not self.kinds[name].listed:
            self._entry(name, (), self.kinds[name].kind, laid.data)
        elif not isinstance(laid.data, list):
            self._fault(name, 1, message("a list of entries is expected: each begins with “- code:”"))
        else:
            for number, item in enumerate(laid.data):
                self._entry(name, (number,), self.kinds[name].kind, item)
            self._once(name, laid.data)

    def _entry(self, name: str, place: Place, kind: type[BaseModel], data: Any) -> BaseModel | None:
        try:
            found = kind.model_validate(data)
        except ValidationError as error:
            for fault in error.errors():
                self._fault(name, self.files[name].line((*place, *fault["loc"])), _explained(fault))
            return None
        self.found.append((name, place, found))
        return found

    def _once(self, name: str, items: list[Any]) -> None:
        seen: set[str] = set()
        for number, item in enumerate(items):
            code = _code(item)
            if code and code in seen:
                self._fault(
                    name, self.files[name].line((number,)), message("“{code}” stands twice", code=code)
                )
            seen.add(code)

    def _check(self, name: str, place: Place, entry: BaseModel) -> None:
        laid = self.files[name]
        for at, code, book in named(entry, self.references):
            if (known := self.books.get(book)) and code not in known:
                text = message("“{code}” is not in {book}; known are: {known}", code=code, book=book,
                               known=" ".join(sorted(known)))  # fmt: skip
                self._fault(name, laid.line((*place, *at)), text)
        for at, text in faults_within(entry, self.ear):
            self._fault(name, laid.line((*place, *at)), text)

    @cached_property
    def books(self) -> dict[str, frozenset[str]]:
        """Known codes by book; a code of an entry that is wrong otherwise is known too."""
        found = {"pages": PAGES, **self._given}
        for folder in FOLDERS:
            found[folder] = frozenset(Path(n).stem for n in self.files if n.startswith(folder + "/"))
        for name, laid in self.files.items():
            if name in self.kinds and isinstance(laid.data, list):
                found[name.removesuffix(".yaml")] = frozenset(c for i in laid.data if (c := _code(i)))
        kinds = getattr(self.files.get("report_kinds.yaml"), "data", None)
        listed = kinds.get("kinds") if isinstance(kinds, dict) else None
        found["rates"] = found.get("metrics", frozenset()) | {"none"}
        found["report_kinds"] = frozenset(c for i in listed or () if (c := _code(i)))
        return found

    def _pairs(self) -> None:
        """Every cause has its cues; every demand, stage and outcome has its phrases."""
        for code in sorted(self.books["causes"] - self.books["cues"]):
            text = message("no cues: no notice will be known to state it; write cues/{code}.yaml", code=code)
            self._fault(f"causes/{code}.yaml", 1, text)
        asked = {c.code for _, _, e in self.found if isinstance(e, cue_entries.AskCues) for c in e.asks}
        for number, item in enumerate(getattr(self.files.get("asks.yaml"), "data", None) or ()):
            if asked and _code(item) not in asked:
                text = message("no cues: write some for “{code}” in ask_cues.yaml", code=_code(item))
                self._fault("asks.yaml", self.files["asks.yaml"].line((number,)), text)

    def _days(self) -> Iterator[LastChecked]:
        for name, place, entry in self.found:
            for at, part in parts(entry, place):
                if isinstance(day := getattr(part, "checked_on", None), dt.date):
                    yield LastChecked(
                        file=name, line=self.files[name].line(at), entry=_code(part) or Path(name).stem,
                        checked_on=day, status=str(getattr(part, "status", "")),
                        source=str(getattr(part, "source", "")),
                    )  # fmt: skip

    def _fault(self, name: str, line: int | None, text: Message) -> None:
        self.faults.append(Fault(file=name, line=line, text=text))


def parts(value: Any, place: Place = ()) -> Iterator[tuple[Place, BaseModel]]:
    """Every value object in an entry, itself first, each with its place."""
    if isinstance(value, BaseModel):
        yield place, value
        for field in type(value).model_fields:
            yield from parts(getattr(value, field), (*place, field))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from parts(item, (*place, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from parts(item, (*place, str(key)))


def _code(item: Any) -> str:
    for key in ("code", "id"):
        code = item.get(key) if isinstance(item, dict) else getattr(item, key, None)
        if isinstance(code, str):
            return code
    return ""


def _explained(fault: Any) -> Message:
    place = ".".join(str(p) for p in fault["loc"]) or "entry"
    given = "" if isinstance(fault["input"], dict | list) else f" (given: {fault['input']!r})"
    return message("{place}: {fault}", place=place, fault=f"{fault['msg']}{given}")
