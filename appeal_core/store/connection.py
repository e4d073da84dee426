"""Opening a database: its URL, its settings, its migrations, and its faults as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from appeal_core.language import BadInput

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def open_engine(url: str) -> Engine:
    """An engine for `url`, migrated to the newest version.

    SQLite files get their folder, write-ahead logging and five seconds of patience.
    Raises `BadInput` where the database cannot be opened or written.
    """
    with faults_as_sentences(url):
        if url.startswith("sqlite:///"):
            Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_immediate)
        _migrate(engine)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says so
    cursor = connection.cursor()
    for pragma in ("busy_timeout=5000", "journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    # A writer that first reads would otherwise fail, not wait, when another writes in between.
    deferred = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if deferred else "BEGIN IMMEDIATE")


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def faults_as_sentences(url: str) -> Iterator[None]:
    """Turns database and file faults into `BadInput` with what to do."""
    try:
        yield
    except OSError as error:
        raise BadInput(
            "The folder of the database {url} cannot be written ({why}). Allow writing there, or "
            "set CANDOR_DATABASE to another place.",
            url=_shown(url),
            why=error.strerror or str(error),
        ) from error
    except OperationalError as error:
        raise _operational(url, error) from error
    except (DBAPIError, SQLAlchemyError) as error:
        raise BadInput(
            "The database {url} cannot be used: {why}.", url=_shown(url), why=_reason(error)
        ) from error


def _operational(url: str, error: OperationalError) -> BadInput:
    reason = _reason(error)
    if "locked" in reason or "busy" in reason:
        return BadInput(
            "The database {url} is in use by another program and could not be written. Close the "
            "other window or program and try again; what stands in this page is still there.",
            url=_shown(url),
        )
    if "readonly" in reason or "read-only" in reason or "unable to open" in reason:
        return BadInput(
            "The database {url} cannot be written. Allow writing to the file and its folder, or set "
            "CANDOR_DATABASE to another place.",
            url=_shown(url),
        )
    return BadInput("The database {url} cannot be used: {why}.", url=_shown(url), why=reason)


def _reason(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).splitlines()[0]


def _shown(url: str) -> str:
    """The URL without a password in it."""
    from sqlalchemy.engine import make_url

    return make_url(url).render_as_string(hide_password=True)
