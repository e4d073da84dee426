"""Columns of words as codes into a list of words: a hundred thousand of them are joined and counted in no time.

A column is a categorical without missing values; the empty word stands where nothing is known. Several values of
one order stand side by side, ` | ` between them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

BETWEEN = " | "
_NOTHING = frozenset(("", "nan", "<NA>", "None"))


def words_of(values: pd.Series | str, index: pd.Index) -> pd.Series:
    """A column of texts, or one text for every row of `index`, as words."""
    if isinstance(values, str):
        return _series(np.zeros(len(index), dtype=np.int8), [values], index)
    codes, names = coded(values)
    return _series(codes, names, index)


def coded(values: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Each row's code and the words that codes stand for, every word once; missing ones are the empty word."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        codes, names = values.cat.codes.to_numpy(), values.cat.categories.tolist()
    else:
        codes, found = pd.factorize(values)
        names = found.tolist()
    if not _NOTHING.isdisjoint(names) or not all(isinstance(n, str) for n in names):
        names = ["" if str(n) in _NOTHING else str(n) for n in names]
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
    asked = np.sort(pd.unique(keys[empty]))
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


def completed(own: pd.Series, told: pd.Series, place: np.ndarray) -> pd.Series:
    """`own`, and where it is empty the row `place` of `told`."""
    codes, names = coded(own)
    empty = codes == names.index("") if "" in names else np.zeros(len(codes), dtype=bool)
    if not empty.any():
        return own
    told_codes, told_names = coded(told)
    if empty.all():
        return _series(told_codes[place], told_names, own.index)
    return _series(
        *_once(np.where(empty, told_codes[place] + len(names), codes), [*names, *told_names]), own.index
    )


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
        whole[name] = _under_each_other([coded(t[name]) for t in tables], whole.index)
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


def _under_each_other(parts: Sequence[tuple[np.ndarray, list[str]]], index: pd.Index) -> pd.Series:
    codes: list[np.ndarray] = []
    names: list[str] = []
    for own_codes, own_names in parts:
        codes.append(own_codes.astype(np.int32) + len(names))
        names += own_names
    return _series(*_once(np.concatenate(codes), names), index)


def _joined(place: np.ndarray, told: np.ndarray, names: list[str], size: int) -> tuple[np.ndarray, list[str]]:
    """For each of `size` keys the code of what is told under it (-1: nothing), and the words of these codes."""
    if not names:
        return np.full(size, -1, dtype=np.int32), []
    found = np.full(size, -1, dtype=np.int32)
    found[place[::-1]] = told[::-1]  # the first stays
    second = np.full(size, -1, dtype=np.int32)
    more = told != found[place]
    second[place[more][::-1]] = told[more][::-1]
    third = more & (told != second[place])
    compound = np.array([BETWEEN in n for n in names], dtype=bool)
    odd = np.zeros(size, dtype=bool)  # of more than two values, or with values that are several already
    odd[place[third]] = True
    two = second >= 0
    odd |= two & (compound[found] | compound[second])
    words = list(names)
    pairs = two & ~odd
    codes, different = pd.factorize(found[pairs].astype(np.int64) * len(names) + second[pairs])
    found[pairs] = codes + len(words)
    words += [names[pair // len(names)] + BETWEEN + names[pair % len(names)] for pair in different.tolist()]
    several: dict[int, dict[str, None]] = {}
    rows = np.flatnonzero(odd[place])
    for key, code in zip(place[rows].tolist(), told[rows].tolist(), strict=True):
        several.setdefault(key, {}).update(dict.fromkeys(names[code].split(BETWEEN)))
    for key, parts in several.items():
        found[key] = len(words)
        words.append(BETWEEN.join(parts))
    return found, words


def _once(codes: np.ndarray, names: list[str]) -> tuple[np.ndarray, list[str]]:
    if len(set(names)) == len(names):
        return codes, names
    place: dict[str, int] = {}
    moved = np.array([place.setdefault(n, len(place)) for n in names], dtype=np.int32)
    return moved[codes], list(place)


def _series(codes: np.ndarray, names: list[str], index: pd.Index) -> pd.Series:
    values = pd.Categorical.from_codes(codes, categories=pd.Index(names, dtype=object), validate=False)
    return pd.Series(values, index=index)
