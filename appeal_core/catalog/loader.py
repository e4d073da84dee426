"""The one loader: reads the YAML of this folder, checks it, and says where a fault is."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from appeal_core.catalog import cause_entries, entries, report_entries

OWN_FOLDER = (
    "CANDOR_CATALOG"  # names a folder of knowledge files in place of the ones that come with the program
)
FOLDER = Path(os.environ.get(OWN_FOLDER) or Path(__file__).parent).resolve()
try:
    _Loader: Any = yaml.CSafeLoader
except AttributeError:  # a PyYAML without its C part
    _Loader = yaml.SafeLoader


_Entry = TypeVar("_Entry", bound=BaseModel)


class CatalogError(Exception):
    """A knowledge file is wrong: its text names file, line and what is allowed."""


def read_yaml(path: Path) -> Any:
    """The content of a YAML file; `CatalogError` with file and line where it is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise CatalogError(f"{path}{line}: not valid YAML: {error}") from error


def read_entry(path: Path, kind: type[_Entry], data: Any = None, at: tuple[int, ...] = ()) -> _Entry:
    """One entry of type `kind` from a file (or from `data` read off it, at place `at` of its list)."""
    try:
        return kind.model_validate(read_yaml(path) if data is None else data)
    except ValidationError as error:
        raise CatalogError(_explained(path, error, at)) from error


def read_entries(path: Path, kind: type[_Entry]) -> dict[str, _Entry]:
    """A file that is a list of entries, by their code."""
    found: dict[str, _Entry] = {}
    items = read_yaml(path) or []
    if not isinstance(items, list):
        raise CatalogError(f"{path}: a list of entries is expected: each begins with `- code:`")
    for number, item in enumerate(items):
        entry = read_entry(path, kind, item, (number,))
        code = getattr(entry, "code")  # noqa: B009 - every listed kind has one
        if code in found:
            raise CatalogError(f"{path}: {code!r} stands twice")
        found[code] = entry
    return found


def _explained(path: Path, error: ValidationError, at: tuple[int, ...] = ()) -> str:
    first = error.errors()[0]
    place = [p for p in first["loc"] if p != "__root__"]
    line = _line_of(path, [*at, *place])
    where = f"{path}:{line}" if line else str(path)
    given = "" if isinstance(first["input"], dict | list) else f" (given: {first['input']!r})"
    return f"{where}: {'.'.join(str(p) for p in place) or 'entry'}: {first['msg']}{given}"


def _line_of(path: Path, place: list[Any]) -> int | None:
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    for step in place:
        if isinstance(node, yaml.MappingNode):
            node = next((v for k, v in node.value if k.value == str(step)), node)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
    return node.start_mark.line + 1 if node else None


@cache
def causes(folder: Path = FOLDER) -> dict[str, cause_entries.Cause]:
    """Every cause, by code, in the order of their names' files."""
    found = {}
    for path in sorted((folder / "causes").glob("*.yaml")):
        cause = read_entry(path, cause_entries.Cause)
        if cause.code != path.stem:
            raise CatalogError(f"{path}: the file's name is not its code {cause.code!r}")
        found[cause.code] = cause
    return found


@cache
def cause(code: str, folder: Path = FOLDER) -> cause_entries.Cause:
    """One cause, without reading the others. `KeyError` when there is none such."""
    path = folder / "causes" / f"{code}.yaml"
    if not code.isidentifier() or not path.exists():
        raise KeyError(code)
    return read_entry(path, cause_entries.Cause)


@cache
def marketplaces() -> dict[str, entries.Marketplace]:
    """Amazon's stores, by their two letters."""
    return read_entries(FOLDER / "marketplaces.yaml", entries.Marketplace)


@cache
def metrics() -> dict[str, entries.Metric]:
    """The rates, by code."""
    return read_entries(FOLDER / "metrics.yaml", entries.Metric)


@cache
def roles() -> dict[str, entries.Role]:
    """Who can run a measure, by code."""
    return read_entries(FOLDER / "roles.yaml", entries.Role)


@cache
def evidence_kinds() -> dict[str, entries.EvidenceKind]:
    """Kinds of papers, by code."""
    return read_entries(FOLDER / "evidence.yaml", entries.EvidenceKind)


@cache
def routes() -> dict[str, entries.Route]:
    """Routes, by code."""
    return read_entries(FOLDER / "routes.yaml", entries.Route)


@cache
def vocabulary(name: str) -> dict[str, entries.Named]:
    """A small vocabulary file of codes and names: `stages`, `scopes`, `asks`, `outcomes` …"""
    return read_entries(FOLDER / f"{name}.yaml", entries.Named)


@cache
def report_kinds() -> report_entries.ReportCatalog:
    """The kinds of reports with their columns, and which columns are personal."""
    return read_entry(FOLDER / "report_kinds.yaml", report_entries.ReportCatalog)
