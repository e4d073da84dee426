"""Order IDs ─► whole numbers, one for one: a million of them are compared in no time, and none is confused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

_WIDTH = 19  # 111-2222222-3333333
_BLOCK = 1 << 15  # rows, so that the numbers in work stay in the processor's cache
_DASH, _ZERO = 0x2D, 0x30


class OrderKeys:
    """Keys of one set of files. An ID in Amazon's shape is its seventeen digits; any other gets a negative number."""

    def __init__(self) -> None:
        self._others: dict[str, int] = {}

    def of(self, values: pd.Series) -> np.ndarray:
        """The keys (int64) of a column of texts: equal exactly where the texts are; an empty cell is a text too."""
        texts: Any = pa.Array.from_pandas(values)
        chunks = texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
        found = [self._chunk(pc.fill_null(chunk.cast(pa.large_string()), "")) for chunk in chunks]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)

    def _chunk(self, texts: Any) -> np.ndarray:
        ends = np.frombuffer(texts.buffers()[1], dtype=np.int64)[texts.offset : texts.offset + len(texts) + 1]
        shaped = np.diff(ends) == _WIDTH
        if not shaped.all():
            keys = np.empty(len(texts), dtype=np.int64)
            keys[~shaped] = [self._other(t) for t in texts.filter(pa.array(~shaped)).to_pylist()]
            keys[shaped] = self._chunk(texts.filter(pa.array(shaped)))
            return keys
        if not len(texts):
            return np.zeros(0, dtype=np.int64)
        letters = texts.buffers()[2]
        blocks = [
            _digits(letters, int(ends[0]) + at * _WIDTH, min(_BLOCK, len(texts) - at))
            for at in range(0, len(texts), _BLOCK)
        ]
        keys = np.concatenate(blocks)
        for row in np.flatnonzero(keys < 0):
            keys[row] = self._other(texts[int(row)].as_py())
        return keys

    def _other(self, text: str) -> int:
        return self._others.setdefault(text, -1 - len(self._others))


def _digits(letters: Any, begin: int, count: int) -> np.ndarray:
    """The number that each nineteen bytes write; -1 where they are no order ID.

    The bytes are taken eight at a time as one number (the first letter lowest), overlapping at the dashes.
    """
    first, second, third = (
        np.ndarray(count, dtype="<u8", buffer=letters, offset=begin + at, strides=(_WIDTH,))
        for at in (0, 4, 11)
    )
    right = ((first >> 24) & 0xFF == _DASH) & (second >> 56 == _DASH) & (third & 0xFF == _DASH)
    parts = (
        (first << 40) | 0x3030303030,  # three digits behind five zeros
        (second << 8) | _ZERO,
        (third & 0xFFFFFFFFFFFFFF00) | _ZERO,
    )
    keys = np.zeros(count, dtype=np.int64)
    for part in parts:
        right &= _all_digits(part)
        keys = keys * 10_000_000 + _eight_digits(part)
    keys[~right] = -1
    return keys


def _all_digits(part: np.ndarray) -> np.ndarray:
    high = np.uint64(0xF0F0F0F0F0F0F0F0)
    found: np.ndarray = ((part & high) | (((part + 0x0606060606060606) & high) >> 4)) == 0x3333333333333333
    return found


def _eight_digits(part: np.ndarray) -> np.ndarray:
    """Eight digits as one number: neighbours are joined to pairs, pairs to fours, fours to the whole."""
    pairs = (part & 0x0F0F0F0F0F0F0F0F) * 2561 >> 8
    fours = (pairs & 0x00FF00FF00FF00FF) * 6553601 >> 16
    whole = (fours & 0x0000FFFF0000FFFF) * 42949672960001 >> 32
    return whole.astype(np.int64)
