"""The store: cases as JSON documents, files by their hash, and what was learned of reports."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from appeal_core.case import Case
from appeal_core.language import BadInput
from appeal_core.store.connection import faults_as_sentences, open_engine
from appeal_core.store.field import FieldSaved, field_saved, without_conflict
from appeal_core.store.tables import case_files, cases, files, mappings


@dataclass(frozen=True)
class StoredCase:
    """A line of the list of cases."""

    id: str
    title: str
    created_at: dt.datetime
    updated_at: dt.datetime


def default_url() -> str:
    """Where the database lies: `CANDOR_DATABASE`, else `data/candor.db` beside the program."""
    beside = Path(__file__).resolve().parents[2] / "data" / "candor.db"
    return os.environ.get("CANDOR_DATABASE") or f"sqlite:///{beside}"


def open_store(url: str | None = None) -> Store:
    """The store at `url` (an SQLAlchemy URL), migrated. Raises `BadInput`."""
    url = url or default_url()
    return Store(open_engine(url), url)


class Store:
    """Cases and files. Every method is one transaction and raises `BadInput` on a fault."""

    def __init__(self, engine: Engine, url: str) -> None:
        self._engine = engine
        self._url = url

    @contextmanager
    def _writing(self) -> Any:
        with faults_as_sentences(self._url), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Any:
        with faults_as_sentences(self._url), self._engine.connect() as plain:
            yield plain.execution_options(reading=True)

    # Cases

    def add(self, case: Case, content: dict[str, bytes] | None = None) -> Case:
        """Keeps a new case with its files; a case of that id must not be there yet."""
        with self._writing() as connection:
            connection.execute(
                insert(cases).values(
                    id=case.id,
                    created_at=case.created_at,
                    updated_at=_now(),
                    title=_title(case),
                    version=1,
                    document=_json(case),
                )
            )
            _keep(connection, case.id, (content or {}).values())
        return case

    def overview(self) -> list[StoredCase]:
        """All cases, the newest first."""
        query = select(cases.c.id, cases.c.title, cases.c.created_at, cases.c.updated_at)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(cases.c.updated_at.desc())).all()
        return [StoredCase(r.id, r.title, r.created_at, r.updated_at) for r in rows]

    def load(self, case_id: str) -> Case:
        """One case. Raises `BadInput` when there is none of that id."""
        with self._reading() as connection:
            return _load(connection, case_id)

    def change(self, case_id: str, how: Callable[[Case], Case], new_files: Iterable[bytes] = ()) -> Case:
        """Applies `how` to the stored case inside one transaction and keeps the result."""
        with self._writing() as connection:
            # Files first: a case never names a file that is not there.
            _keep(connection, case_id, new_files)
            return _write(connection, how(_load(connection, case_id)))

    def save_field(self, case_id: str, path: str, started_from: Any, value: Any) -> FieldSaved:
        """Writes one field, unless another tab changed it since `started_from`: then both are kept."""
        with self._writing() as connection:
            result = field_saved(_load(connection, case_id), path, started_from, value, _now())
            _write(connection, result.case)
            return result

    def settle(self, case_id: str, path: str, value: Any) -> Case:
        """Ends a conflict: `value` stands."""
        return self.change(case_id, lambda c: without_conflict(c.with_value(path, value), path))

    def delete(self, case_id: str) -> None:
        """Removes a case, and its files where no other case has them."""
        with self._writing() as connection:
            connection.execute(delete(case_files).where(case_files.c.case_id == case_id))
            connection.execute(delete(cases).where(cases.c.id == case_id))
            used = select(case_files.c.sha256)
            connection.execute(delete(files).where(files.c.sha256.not_in(used)))

    # Files

    def keep_file(self, case_id: str, data: bytes) -> str:
        """Keeps a file for a case; returns its SHA-256."""
        with self._writing() as connection:
            return _keep(connection, case_id, [data])[0]

    def file(self, sha256: str) -> bytes:
        """A file's content. Raises `BadInput` when it is not there."""
        with self._reading() as connection:
            row = connection.execute(select(files.c.data).where(files.c.sha256 == sha256)).first()
        if row is None:
            raise BadInput("A file of this case is missing. Upload it again.")
        return bytes(row.data)

    def files_of(self, case_id: str) -> list[str]:
        """The SHA-256 of each file that a case holds."""
        query = select(case_files.c.sha256).where(case_files.c.case_id == case_id)
        with self._reading() as connection:
            return [r.sha256 for r in connection.execute(query.order_by(case_files.c.sha256))]

    # Mappings of unknown reports

    def mapping(self, signature: str) -> dict[str, str] | None:
        """How the seller mapped a report with that header the last time."""
        query = select(mappings.c.mapping).where(mappings.c.signature == signature)
        with self._reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else dict(json.loads(row.mapping))

    def remember_mapping(self, signature: str, mapping: dict[str, str]) -> None:
        """Keeps a mapping for the next report with that header."""
        with self._writing() as connection:
            connection.execute(delete(mappings).where(mappings.c.signature == signature))
            connection.execute(
                insert(mappings).values(
                    signature=signature, mapping=json.dumps(mapping, ensure_ascii=False), updated_at=_now()
                )
            )


def _load(connection: Connection, case_id: str) -> Case:
    row = connection.execute(select(cases.c.document).where(cases.c.id == case_id)).first()
    if row is None:
        raise BadInput("There is no such case here. It may have been deleted; choose one from the list.")
    return Case.model_validate_json(row.document)


def _write(connection: Connection, case: Case) -> Case:
    connection.execute(
        update(cases)
        .where(cases.c.id == case.id)
        .values(document=_json(case), title=_title(case), updated_at=_now(), version=cases.c.version + 1)
    )
    return case


def _keep(connection: Connection, case_id: str, contents: Iterable[bytes]) -> list[str]:
    hashes = []
    for data in contents:
        sha = hashlib.sha256(data).hexdigest()
        if connection.execute(select(files.c.size).where(files.c.sha256 == sha)).first() is None:
            connection.execute(insert(files).values(sha256=sha, size=len(data), data=data))
        link = select(case_files.c.sha256).where(case_files.c.case_id == case_id, case_files.c.sha256 == sha)
        if connection.execute(link).first() is None:
            connection.execute(insert(case_files).values(case_id=case_id, sha256=sha))
        hashes.append(sha)
    return hashes


def _title(case: Case) -> str:
    return case.seller.store_name or case.seller.store_name_zh


def _json(case: Case) -> str:
    return case.model_dump_json(by_alias=True)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
