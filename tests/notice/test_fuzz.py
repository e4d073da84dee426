"""Hostile notices: only a refusal in words, or a diagnosis. `python -m tests.notice.fuzz 5000` reads thousands."""

import time

import pytest

from appeal_core.language import BadInput
from appeal_core.text import read_document
from appeal_core.text.document import LONGEST
from tests.notice.fuzz import faults
from tests.notice.hostile import MEGABYTE, File, hostile

FIRST, FILES, A_TEST = 70_000, 108, 18


@pytest.mark.parametrize("first", range(FIRST, FIRST + FILES, A_TEST))
def test_hostile_notices_are_read_or_refused_in_words(first: int) -> None:
    found = {seed: faults(hostile(seed, 2_500)) for seed in range(first, first + A_TEST)}
    assert not {seed: f for seed, f in found.items() if f}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xb5\xc4" * 10 * MEGABYTE, "long.txt"),
        (b"Your account was deactivated. " * (LONGEST // 8), "long.txt"),
        (b"<html><p>" + b"Your account was deactivated. " * (9 * MEGABYTE // 30), "long.html"),
    ],
)
def test_what_no_letter_can_be_is_refused_before_it_is_taken_apart(data: bytes, name: str) -> None:
    with pytest.raises(BadInput, match="too many for a letter|larger than"):
        read_document(data, name)


def test_a_pdf_whose_page_cannot_be_loaded_is_refused_in_words() -> None:
    with pytest.raises(BadInput, match="damaged or cut off"):
        read_document(*hostile(2876))


def test_a_mail_of_mails_without_end_is_refused() -> None:
    body = "Content-Type: text/plain\n\nx"
    for level in range(1500):
        body = f'Content-Type: multipart/mixed; boundary="b{level}"\n\n--b{level}\n{body}\n--b{level}--\n'
    with pytest.raises(BadInput, match="without end|more parts"):
        read_document(b"From: a@amazon.com\n" + body.encode(), "deep.eml")


_HEAD = b"From: a@amazon.com\nSubject: Notice\n"
_BOMBS = {
    "a run of blanks": (b" " * 390_000 + b"x", "bomb.txt"),
    "lines of nothing but marks": (b">\n" * 190_000 + b"x", "bomb.txt"),
    "one line of wide blanks": ("\u3000".encode() * 390_000 + b"x", "bomb.txt"),
    "a sender without an end": (b"From: " + b"a" * 390_000, "bomb.txt"),
    "a notice said over and over": (b"Your order 1 of 2 was late.\n" * 14_000, "bomb.txt"),
    "elements without number": (b"<html><body>" + b"<span>a</span> " * 190_000, "bomb.html"),
    "signs that open nothing": (b"<html>" + b"<div>" * 300 + b"<" * 2_000_000, "bomb.html"),
    "parts without number": (_HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 500_000, "bomb.eml"),
    "a header without end": (_HEAD + b"Content-Type: text/plain; " + b"a=b; " * 400_000 + b"\n\nx", "bomb.eml"),
}  # fmt: skip


@pytest.mark.parametrize("what", _BOMBS)
def test_a_small_file_does_not_cost_minutes(what: str) -> None:
    began = time.process_time()
    assert faults(File(*_BOMBS[what])) == []
    assert time.process_time() - began < 8, what  # each took from ten seconds to many minutes


def test_marks_that_turn_or_hide_words_do_not_come_through() -> None:
    hidden = "de\u202eacti\u2066vated\u2069 \u061cac\u00adcount\U000e0041"
    assert read_document(hidden.encode(), "n.txt").text == "deactivated account"


def test_a_fault_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("appeal_core.journey.asked.diagnose", None, raising=False)
    monkeypatch.setattr("appeal_core.notice.diagnose", lambda *a, **k: 1 / 0)
    assert faults(File(b"Your account was deactivated.", "n.txt")) == ["ZeroDivisionError: division by zero"]
