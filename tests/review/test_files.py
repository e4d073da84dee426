"""The command line reviews a draft in every form that it may come in, and finds the same faults."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
import typst

from appeal_core import cli

LINES = (
    "Root cause",
    "The courier lost the parcels, so give us a second chance.",
    "Actions completed",
    "We will train all staff.",
)
RULES = {"blames-others", "plea", "future-in-actions", "training-unspecified", "missing-part"}


def _word() -> bytes:
    document, file = docx.Document(), io.BytesIO()
    for line in LINES:
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def _file(kind: str) -> bytes:
    text = "\n\n".join(LINES).encode()
    return {"docx": _word, "pdf": lambda: typst.compile(text)}.get(kind, lambda: text)()


@pytest.mark.parametrize("kind", ["txt", "md", "docx", "pdf"])
@pytest.mark.parametrize(("level", "status"), [(None, 0), ("blocker", 1), ("warning", 1), ("advice", 1)])
def test_a_draft_is_reviewed_whatever_file_it_is(
    kind: str, level: str | None, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"draft.{kind}"
    file.write_bytes(_file(kind))
    assert cli.main(["review", str(file), "--json", *(["--fail-on", level] if level else [])]) == status
    found = json.loads(capsys.readouterr().out)
    assert {f["rule"] for f in found["findings"]} >= RULES and found["ready"] is False
    for f in found["findings"]:
        assert f["start"] is None or found["text"][f["start"] : f["end"]] == f["match"]


@pytest.mark.parametrize("option", ["text", "json", "sarif"])
def test_a_draft_is_read_from_standard_input(
    option: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\n\n".join(LINES)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    assert cli.main(["review", "-", "--format", option]) == 0
    out = capsys.readouterr().out
    assert "blames-others" in out and "future-in-actions" in out
    if option != "text":
        json.loads(out)
