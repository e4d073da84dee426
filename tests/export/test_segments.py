"""A letter's text in pieces."""

from __future__ import annotations

import pytest

from appeal_core.export.segments import letter_in, run_in, segments


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See Exhibit A.", [("Exhibit A", "A")]),
        ("Exhibits A, B and C", [("A", "A"), ("B", "B"), ("C", "C")]),
        ("Exhibits A–C", [("A", "A"), ("C", "C")]),
        ("附件A、B，附件 C", [("A", "A"), ("B", "B"), ("附件 C", "C")]),
        ("（附件 A 和 B）", [("A", "A"), ("B", "B")]),
        ("Exhibit Z", []),
        ("Exhibit Aluminium, exhibit A, Exhibit AND", []),
        ("附件清单", []),
        ("Plan A", []),
    ],
)
def test_only_mentions_of_listed_exhibits_are_links(text: str, links: list[tuple[str, str]]) -> None:
    found = segments(text, ("A", "B", "C"))
    assert [(s.text, s.target) for s in found if s.kind == "link"] == links
    assert "".join(s.text for s in found) == text


@pytest.mark.parametrize(
    ("text", "gaps", "found"),
    [
        ("On [missing: the day] we", True, ["[missing: the day]"]),
        ("On [missing: the day] we", False, []),
        ("于【缺少：日期】完成", True, ["【缺少：日期】"]),
        ("[a] and [b]", True, ["[a]", "[b]"]),
        ("[not\nclosed]", True, []),
    ],
)
def test_brackets_are_gaps_where_the_block_has_gaps(text: str, gaps: bool, found: list[str]) -> None:
    assert [s.text for s in segments(text, (), gaps) if s.kind == "gap"] == found


@pytest.mark.parametrize(
    ("cell", "letter"),
    [("A", "A"), ("Exhibit AB", "AB"), ("附件 C", "C"), ("Apple", ""), ("", ""), ("ABC", "")],
)
def test_the_letter_of_an_exhibits_row(cell: str, letter: str) -> None:
    assert letter_in(cell) == letter


@pytest.mark.parametrize(
    ("heading", "lang", "text"),
    [("Cause (2 orders)", "en", "Cause (2 orders). "), ("Cause.", "en", "Cause. "), ("原因", "zh", "原因。"),
     ("原因。", "zh", "原因。"), (" ", "en", "")],
)  # fmt: skip
def test_a_points_heading_ends_in_one_stop(heading: str, lang: str, text: str) -> None:
    assert run_in(heading, lang) == text  # type: ignore[arg-type]
