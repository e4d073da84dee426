"""The English check says when it cannot run, and stands several users at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from appeal_core.review import english, review_text

SLIP = "We send the informations. It recieved them."


def test_a_missing_checker_is_told_and_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(english, "_linter", lambda spelling: None)
    (found,) = [f for f in review_text("The upload failed.\nWe saw it.") if f.rule == "grammar"]
    assert "could not run" in found.message.in_("en") and found.start is None


def test_several_threads_check_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(review_text, [SLIP] * 8))
    assert all(f == found[0] for f in found) and any(f.rule == "grammar" for f in found[0])


@pytest.mark.parametrize(
    "text",
    ["We realised that the colour label was cancelled.", "We realized that the color label was canceled."],
)
def test_british_and_american_spelling_are_both_right(text: str) -> None:
    assert [f.match for f in review_text(text) if f.rule == "grammar"] == []


def test_chinese_is_not_checked_as_english() -> None:
    assert [f for f in review_text("晚间上传失败，没有报警。") if f.rule == "grammar"] == []
