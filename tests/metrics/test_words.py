"""Columns of words as codes do what the plain texts would do."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from appeal_core.metrics.words import completed, filled, gathered, stacked, tallied, words_of

WORDS = st.sampled_from(["", "A", "B", "A | B", "C"])
TOLD = st.lists(st.tuples(st.integers(0, 5), WORDS), max_size=30)
KINDS = st.sampled_from(["str", "category", "object"])


def column(values, kind="str"):
    return pd.Series(list(values), dtype="str").astype(kind)


def joined(values):
    """Each value once, in their order; a lone value as it stands."""
    told = list(dict.fromkeys(v for v in values if v))
    if len(told) < 2:
        return told[0] if told else ""
    return " | ".join(dict.fromkeys(p for v in told for p in v.split(" | ")))


@given(TOLD, KINDS)
def test_a_group_has_all_that_its_rows_say(told, kind):
    keys = np.array([k for k, _ in told], dtype=np.int64)
    found = gathered(column((w for _, w in told), kind), keys, 6)
    assert found.astype("str").tolist() == [joined(w for k, w in told if k == key) for key in range(6)]


@given(st.lists(st.tuples(st.integers(0, 9), WORDS), max_size=20), TOLD, KINDS)
def test_the_empty_are_filled_with_what_is_told_under_their_key(rows, told, kind):
    own, keys = column((w for _, w in rows), kind), np.array([k for k, _ in rows], dtype=np.int64)
    texts, text_keys = column((w for _, w in told), kind), np.array([k for k, _ in told], dtype=np.int64)
    found = filled(words_of(own, own.index), keys, texts, text_keys)
    assert found.astype("str").tolist() == [w or joined(t for k, t in told if k == key) for key, w in rows]


@given(st.lists(st.tuples(st.integers(0, 4), WORDS), max_size=20), st.lists(WORDS, min_size=5, max_size=5))
def test_completed_takes_the_row_that_is_told(rows, told):
    own = words_of(column(w for _, w in rows), pd.RangeIndex(len(rows)))
    place = np.array([k for k, _ in rows], dtype=np.int64)
    found = completed(own, words_of(column(told), pd.RangeIndex(5)), place)
    assert found.astype("str").tolist() == [w or told[k] for k, w in rows]


@given(st.lists(WORDS, max_size=10), st.lists(WORDS, max_size=10), KINDS)
def test_stacked_tables_keep_their_words(first, second, kind):
    tables = [
        pd.DataFrame({"w": words_of(column(v, kind), pd.RangeIndex(len(v))), "n": range(len(v))})
        for v in (first, second)
    ]
    whole = stacked(tables)
    assert whole["w"].astype("str").tolist() == [*first, *second]
    assert isinstance(whole["w"].dtype, pd.CategoricalDtype)


@pytest.mark.parametrize("missing", [None, float("nan"), "nan", "<NA>"])
def test_what_is_missing_is_the_empty_word(missing):
    assert words_of(pd.Series(["A", missing], dtype=object), pd.RangeIndex(2)).tolist() == ["A", ""]


def test_a_row_with_several_values_counts_for_each():
    assert tallied(column(["B | A", "A", ""]), np.array([2, 1, 9])) == {"A": 3, "B": 2}
