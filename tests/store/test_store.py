"""The store keeps what was committed, and tells the second writer of a field."""

import datetime as dt

import pytest

from appeal_core.case import Case
from appeal_core.language import BadInput
from appeal_core.store import open_store

NOW = dt.datetime(2026, 11, 14, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path):
    return open_store(f"sqlite:///{tmp_path}/deep/down/candor.db")


def test_a_case_comes_back_as_it_was(store):
    """What is added is loaded by another store on the same file."""
    case = Case(id="a", created_at=NOW).with_value("seller.store_name", "枫雀家居")
    store.add(case)
    assert open_store(store._url).load("a") == case


def test_the_list_has_the_newest_change_first(store):
    """The case that was touched last stands on top."""
    for name in "ab":
        store.add(Case(id=name, created_at=NOW))
    store.save_field("a", "seller.store_name", "", "Maple")
    assert [(c.id, c.title) for c in store.overview()] == [("a", "Maple"), ("b", "")]


def test_a_field_is_written_when_nobody_else_wrote(store):
    """The plain way: start from the stored value, write another."""
    store.add(Case(id="a", created_at=NOW))
    assert store.save_field("a", "seller.store_name", "", "Maple").conflict is None
    assert store.load("a").seller.store_name == "Maple"


def test_the_second_writer_of_a_field_is_told_and_both_texts_stay(store):
    """A tab that started from an older value does not overwrite; both texts are in the case."""
    store.add(Case(id="a", created_at=NOW))
    store.save_field("a", "seller.store_name", "", "First")
    result = store.save_field("a", "seller.store_name", "", "Second")
    assert (result.conflict.theirs, result.conflict.yours) == ("First", "Second")
    kept = store.load("a")
    assert kept.seller.store_name == "First"
    assert kept.conflicts["seller.store_name"].yours == "Second"


def test_two_tabs_on_two_fields_do_not_disturb_each_other(store):
    """Conflicts are per field."""
    store.add(Case(id="a", created_at=NOW))
    store.save_field("a", "seller.store_name", "", "Maple")
    assert store.save_field("a", "seller.signatory", "", "Li Wen").conflict is None
    assert store.load("a").seller.store_name == "Maple"


def test_a_settled_conflict_is_gone(store):
    """Choosing one of the two texts ends the conflict."""
    store.add(Case(id="a", created_at=NOW))
    store.save_field("a", "seller.store_name", "", "First")
    store.save_field("a", "seller.store_name", "", "Second")
    case = store.settle("a", "seller.store_name", "Second")
    assert case.seller.store_name == "Second"
    assert not store.load("a").conflicts


def test_a_value_that_cannot_stand_leaves_the_case_as_it_was(store):
    """A wrong type is refused with a sentence."""
    store.add(Case(id="a", created_at=NOW))
    with pytest.raises(BadInput, match="wishes.day"):
        store.save_field("a", "wishes.day", None, "never")
    assert store.load("a").wishes.day is None


def test_files_go_with_their_last_case(store):
    """A file shared by two cases stays until both are deleted."""
    for name in "ab":
        store.add(Case(id=name, created_at=NOW))
        sha = store.keep_file(name, b"exhibit")
    store.delete("a")
    assert store.file(sha) == b"exhibit"
    store.delete("b")
    with pytest.raises(BadInput, match="missing"):
        store.file(sha)


def test_an_unwritable_place_gets_a_sentence(tmp_path):
    """A database path under a file, not a folder, is named."""
    (tmp_path / "plain").write_text("x")
    with pytest.raises(BadInput, match="cannot be written"):
        open_store(f"sqlite:///{tmp_path}/plain/candor.db")


def test_a_locked_database_gets_a_sentence_and_nothing_is_lost(store):
    """While another program holds the write lock, the writer is told; later it works."""
    import sqlite3

    store.add(Case(id="a", created_at=NOW))
    other = sqlite3.connect(store._url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    from sqlalchemy import event

    event.listen(store._engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout=50"))
    store._engine.dispose()
    with pytest.raises(BadInput, match="in use by another program"):
        store.save_field("a", "seller.store_name", "", "Maple")
    other.execute("ROLLBACK")
    other.close()
    assert store.save_field("a", "seller.store_name", "", "Maple").conflict is None


def test_a_file_that_is_no_database_gets_a_sentence(tmp_path):
    """Someone's text file is not overwritten."""
    path = tmp_path / "candor.db"
    path.write_text("hello " * 300)
    with pytest.raises(BadInput, match="cannot be used"):
        open_store(f"sqlite:///{path}")
    assert path.read_text().startswith("hello")


def test_a_mapping_is_remembered_by_header(store):
    """The second report with the same header needs no mapping."""
    assert store.mapping("h") is None
    store.remember_mapping("h", {"order_id": "订单号"})
    assert store.mapping("h") == {"order_id": "订单号"}
