"""What a spreadsheet does to long numbers when a report is opened in it and saved: named, never guessed back.

Excel keeps fifteen digits of a number, shows long ones as 9.2E+21, and drops the zeros at a number's beginning
(support.microsoft.com, "Keeping leading zeros and large numbers").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from appeal_core.language import Message, message

LOOKED_AT = (
    "order_id",
    "order_item_id",
    "tracking_id",
    "shipment_id",
    "rma_id",
    "listing_id",
    "plate",
    "sku",
)
_ZEROS_LOST = ("order_id", "tracking_id", "sku")
_ORDER_ID = 19  # letters of an order ID as Amazon writes it
_NUMBER = r"^[0-9](?:[.,][0-9]+)?E\+[0-9]+$|^[0-9]+$"
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_ROUNDED = re.compile(r"\d{15}0+")
_KEPT = 15  # digits
SURE = 4  # zeros behind the fifteenth digit, from which on one number alone tells
FEW = 5  # different values, under which nothing is said of their common width
COMMON = 0.6  # share of the values with one width, from which on it is the width of all


@dataclass(frozen=True)
class Damage:
    """`lost`: the rows whose order ID is gone for good, so that different ones look the same."""

    lost: np.ndarray
    notes: tuple[Message, ...] = ()


def damage_of(cells: pa.ChunkedArray, code: str, header: str) -> Damage | None:
    """What happened to the numbers of the column `code`, which the file calls `header`; `None` when nothing did."""
    numbers = _numbers(cells, code)
    if not numbers:
        return None
    shortened = {n for n in numbers if _SHORTENED.fullmatch(n)}
    rounded = _rounded(numbers)
    dropped = _without_zeros(numbers) - rounded if code in _ZEROS_LOST else set()
    found: list[tuple[set[str], Callable[[int], Message]]] = [
        (shortened, lambda n: message(
            "{column}: in {rows} rows Excel has shortened the number (9.2E+21), and its digits are lost. Download the "
            "file again and do not save it in Excel.", column=header, rows=n)),
        (rounded, lambda n: message(
            "{column}: in {rows} rows the number has only zeros behind its fifteenth digit, because Excel keeps no more "
            "digits. It will match no other file. Download the file again and do not save it in Excel.",
            column=header, rows=n)),
        (dropped, lambda n: message(
            "{column}: in {rows} rows the number is shorter than the others: Excel may have dropped zeros at its "
            "beginning. Download the file again and do not save it in Excel.", column=header, rows=n)),
    ]  # fmt: skip
    notes = tuple(said(int(_are_in(cells, values).sum())) for values, said in found if values)
    if not notes:
        return None
    if not shortened or code != "order_id":
        return Damage(np.zeros(len(cells), dtype=bool), notes)
    return Damage(_are_in(cells, shortened), notes)


def _are_in(cells: pa.ChunkedArray, values: Set[str]) -> np.ndarray:
    """Which rows hold one of these values."""
    texts = cells.cast(pa.string()) if pa.types.is_dictionary(cells.type) else cells
    return np.asarray(pc.is_in(texts, pa.array(sorted(values), pa.string())))


def _numbers(cells: pa.ChunkedArray, code: str) -> frozenset[str]:
    """The different texts that are numbers."""
    if pa.types.is_dictionary(cells.type):
        cells = pa.chunked_array([chunk.dictionary for chunk in cells.chunks], pa.string())
    elif code == "order_id":  # the usual ones are told by their length, at no cost
        cells = cells.filter(pc.not_equal(pc.binary_length(cells), _ORDER_ID))
    return frozenset(cells.filter(_are_numbers(cells)).unique().to_pylist())


def _are_numbers(texts: pa.ChunkedArray) -> Any:
    return pc.match_substring_regex(texts, _NUMBER, ignore_case=True)


def _rounded(numbers: Set[str]) -> set[str]:
    """Numbers of more digits than Excel keeps, the rest being zeros: one by chance is none, half of them are."""
    long = [n for n in numbers if len(n) > _KEPT and n.isdigit()]
    cut = {n for n in long if _ROUNDED.fullmatch(n)}
    sure = {n for n in cut if len(n) >= _KEPT + SURE}
    return cut if sure or (len(cut) > 2 and 2 * len(cut) > len(long)) else set()


def _without_zeros(numbers: Set[str]) -> set[str]:
    """Numbers shorter than the width that most have, where none begins with a zero."""
    whole = [n for n in numbers if n.isdigit()]
    if len(whole) < FEW or any(n.startswith("0") for n in whole):
        return set()
    width, count = Counter(len(n) for n in whole).most_common(1)[0]
    if count < COMMON * len(whole) or width < FEW or any(len(n) > width for n in whole):
        return set()
    return {n for n in whole if width - FEW < len(n) < width}
