"""Order IDs as numbers: equal exactly where the texts are."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from appeal_core.metrics.order_keys import OrderKeys

DIGITS = st.text("0123456789", min_size=7, max_size=7)
SHAPED = st.builds(lambda a, b, c: f"{a:03d}-{b}-{c}", st.integers(0, 999), DIGITS, DIGITS)
NEARLY = st.text("0123456789- Aé", min_size=19, max_size=19)
IDS = st.lists(st.one_of(SHAPED, NEARLY, st.text(max_size=25)), min_size=1, max_size=40)


@given(IDS, st.sampled_from(["str", "category", "object"]))
def test_two_ids_have_one_key_exactly_where_they_are_one_text(ids, dtype):
    keys = OrderKeys().of(pd.Series([*ids, *ids], dtype="str").astype(dtype))
    assert [[a == b for b in keys[: len(ids)]] for a in keys[len(ids) :]] == [
        [a == b for b in ids] for a in ids
    ]


def test_a_missing_id_is_an_empty_one():
    keys = OrderKeys()
    assert (
        keys.of(pd.Series([None, "", "900-1234567-1234567"], dtype="str")).tolist()[0]
        == keys.of(pd.Series([""]))[0]
    )


def test_keys_of_one_set_hold_over_its_files():
    keys = OrderKeys()
    first = keys.of(pd.Series(["S-1", "900-1234567-1234567"]))
    assert (keys.of(pd.Series(["900-1234567-1234567", "S-1"])) == first[::-1]).all()
    assert np.issubdtype(first.dtype, np.int64)
