"""A case file loses nothing, and a wrong one gets a sentence."""

import datetime as dt
import hashlib
import json
import random

import pytest

from appeal_core.case import Case
from appeal_core.case.file import case_to_zip, read_case_file
from appeal_core.language import BadInput

CASE = Case(id="a", created_at=dt.datetime(2026, 11, 14, tzinfo=dt.UTC)).with_value(
    "seller.store_name", "枫雀家居"
)


def known(_code):
    return True


def test_a_case_file_comes_back_whole():
    """Case and files are equal after a round trip, and the bytes repeat."""
    content = b"\x00exhibit"
    files = {hashlib.sha256(content).hexdigest(): content}
    data = case_to_zip(CASE, files)
    back = read_case_file(data, known)
    assert back.case == CASE
    assert back.files == files
    assert case_to_zip(CASE, files) == data


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not readable JSON"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"[1, 2]", "lacks the fields"),
        (b'{"format": 99, "id": "a"}', "newer Candor"),
        (b'{"format": 1, "id": "a"}', "created_at"),
        (b"\xff\xfe\x00", "not readable JSON"),
    ],
)
def test_a_wrong_case_file_gets_one_sentence(data, says):
    """Each fault is named, with what to do."""
    with pytest.raises(BadInput, match=says):
        read_case_file(data, known)


def test_unknown_causes_are_named():
    """A case of a later catalogue says which causes are unknown."""
    document = json.loads(CASE.model_dump_json())
    document["understanding"]["causes"] = ["from_the_future"]
    with pytest.raises(BadInput, match="from_the_future"):
        read_case_file(json.dumps(document).encode(), lambda c: c != "from_the_future")


def test_a_case_file_with_damaged_bytes_is_refused_with_a_sentence_or_read():
    """A wrong byte in the packed text, in a length, in the list of contents: each fails in another way."""
    made = random.Random(4)
    content = b"exhibit " * 400
    whole = case_to_zip(CASE, {hashlib.sha256(content).hexdigest(): content})
    refused = 0
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(made.choice((1, 3, 30))):
            data[made.randrange(len(data))] = made.randrange(256)
        try:
            read_case_file(bytes(data), known)
        except BadInput:
            refused += 1
    assert refused > 250
