"""A sample of the hostile drafts; `python -m tests.review.fuzz 5000` reviews them all."""

from __future__ import annotations

import pytest

from tests.review.fuzz import SHAPES, reviewed


@pytest.mark.parametrize("seed", range(0, 3 * len(SHAPES)))
def test_a_hostile_draft_is_reviewed_in_time_and_without_harm(seed: int) -> None:
    reviewed(seed)
