"""Columns of words as codes into a list of words: a hundred thousand of them are joined and counted in no time.

A column is a categorical without missing values; the empty word stands where nothing is known. Several values of
one order stand side by side, ` | ` between them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from pandas.api.types import union_categoricals

BETWEEN = " | "
_NOTHING = ("", "nan", "<NA>", "None")


def words_of(values: pd.Series | str, index: pd.Index) -> pd.Series:
    """A column of texts, or one text for every row of `index`, as words."""
    if isinstance(values, str):
        return _series(np.zeros(len(index), dtype=np.int8), [values], index)
    codes, names = coded(values)
    return _series(codes, names, index)


def coded(values: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Each row's code and the words that codes stand for, every word once; missing ones are the empty word."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        codes, names = values.cat.codes.to_numpy(), [str(n) for n in values.cat.categories]
    else:
        codes, found = pd.factorize(values)
        names = [str(n) for n in found]
    names = ["" if n in _NOTHING else n for n in names]
    if len(codes) and codes.min() < 0:
        codes = np.where(codes < 0, len(names), codes)
        names.append("")
    return _once(codes, names)


def filled(own: pd.Series, keys: np.ndarray, texts: pd.Series, text_keys: np.ndarray) -> pd.Series:
    """`own`, and where it is empty all that `texts` tell under the same key, in their order."""
    codes, names = coded(own)
    empty = codes == names.index("") if "" in names else np.zeros(len(codes), dtype=bool)
    if not empty.any() or not len(texts):
        return own
    told, told_names = coded(texts)
    known = told != (told_names.index("") if "" in told_names else -1)
    asked = np.unique(keys[empty])
    if not known.any() or not len(asked):
        return own
    place = np.searchsorted(asked, text_keys)
    place[place == len(asked)] = 0
    known &= asked[place] == text_keys
    per_key, joint = _joined(place[known], told[known], told_names, len(asked))
    names = [*names, *joint, ""]
    found = per_key[np.searchsorted(asked, keys[empty])]
    codes = codes.astype(np.int32)
    codes[empty] = np.where(found < 0, len(names) - 1, found + len(names) - 1 - len(joint))
    return _series(*_once(codes, names), own.index)


def gathered(values: pd.Series, groups: np.ndarray, size: int) -> pd.Series:
    """One row for each of `size` groups: all that its rows say. `groups`: each row's group from 0."""
    codes, names = coded(values)
    known = codes != (names.index("") if "" in names else -1)
    found, words = _joined(groups[known], codes[known], names, size)
    return _series(*_once(np.where(found < 0, len(words), found), [*words, ""]), pd.RangeIndex(size))


def stacked(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Tables with the same columns, one under the other, words staying words."""
    if len(tables) == 1:
        return tables[0].reset_index(drop=True)
    plain = [c for c in tables[0].columns if not isinstance(tables[0][c].dtype, pd.CategoricalDtype)]
    whole = pd.concat([t[plain] for t in tables], ignore_index=True)
    for name in tables[0].columns.difference(plain, sort=False):
        union = union_categoricals([t[name] for t in tables])
        whole[name] = pd.Series(union, index=whole.index)
    return whole[list(tables[0].columns)]


def tallied(values: pd.Series, weights: np.ndarray) -> dict[str, int]:
    """How much weight each value has; a row with several values counts for each. In the order of the words."""
    codes, names = coded(values)
    sums = np.bincount(codes, weights, minlength=len(names))
    tally: dict[str, int] = {}
    for code in np.flatnonzero(np.bincount(codes, minlength=len(names))):
        for part in names[code].split(BETWEEN) if names[code] else ():
            tally[part] = tally.get(part, 0) + int(sums[code])
    return dict(sorted(tally.items()))


def _joined(place: np.ndarray, told: np.ndarray, names: list[str], size: int) -> tuple[np.ndarray, list[str]]:
    """For each of `size` keys the code of what is told under it (-1: nothing), and the words of these codes."""
    _, first = np.unique(place.astype(np.int64) * len(names) + told, return_index=True)
    first.sort()  # each pair once, as they come
    place, told = place[first], told[first]
    found = np.full(size, -1, dtype=np.int32)
    found[place] = told
    counts = np.bincount(place, minlength=size)
    words = list(names)
    several: dict[int, list[str]] = {}
    for at in np.flatnonzero(counts[place] > 1):
        several.setdefault(int(place[at]), []).append(names[told[at]])
    for key, parts in several.items():
        found[key] = len(words)
        words.append(BETWEEN.join(dict.fromkeys(p for text in parts for p in text.split(BETWEEN))))
    return found, words


def _once(codes: np.ndarray, names: list[str]) -> tuple[np.ndarray, list[str]]:
    if len(set(names)) == len(names):
        return codes, names
    place: dict[str, int] = {}
    moved = np.array([place.setdefault(n, len(place)) for n in names], dtype=np.int32)
    return moved[codes], list(place)


def _series(codes: np.ndarray, names: list[str], index: pd.Index) -> pd.Series:
    values = pd.Categorical.from_codes(codes, categories=pd.Index(names, dtype="str"), validate=False)
    return pd.Series(values, index=index)
