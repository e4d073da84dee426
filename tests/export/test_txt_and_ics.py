"""Plain text and the calendar."""

from __future__ import annotations

import datetime as dt

from appeal_core.export.ics import to_ics
from appeal_core.export.txt import box_files, to_txt
from appeal_core.follow_up.clocks import contest_clock

NOW = dt.datetime(2026, 10, 30, 12, 0, tzinfo=dt.UTC)


def test_a_text_ends_in_one_newline_and_holds_no_control_characters() -> None:
    assert to_txt("a\r\nb\x00\n\n\n") == b"a\nb\n"
    assert to_txt("迟发率。") == "迟发率。\n".encode()


def test_each_box_with_text_is_a_file() -> None:
    assert box_files({"root_cause": "why", "other": "  "}) == {"root_cause.txt": b"why\n"}


def test_a_calendar_holds_each_clock_at_its_moment() -> None:
    clocks = [contest_clock(s, NOW.date(), "US", NOW) for s in ("grant", "feedback")]
    text = to_ics(clocks, "en", case_id="c1", stamp=NOW).decode()
    assert text.count("BEGIN:VEVENT") == text.count("BEGIN:VALARM") == 2
    assert "DTSTART:20261130T075900Z\r\n" in text
    assert "DTSTAMP:20261030T120000Z\r\n" in text
    assert text.count("UID:c1-contest_") == 2


def test_lines_are_folded_and_no_character_is_cut() -> None:
    data = to_ics([contest_clock("feedback", NOW.date(), "US", NOW)], "zh", case_id="c1", stamp=NOW)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    unfolded = data.decode().replace("\r\n ", "")
    assert "这一天数尚未证实。" in unfolded
    assert "此项未经亚马逊官方页面证实。" in unfolded


def test_commas_and_newlines_of_a_text_are_escaped() -> None:
    data = to_ics([contest_clock("feedback", NOW.date(), "US", NOW)], "en", case_id="c", stamp=NOW)
    text = data.decode().replace("\r\n ", "")
    assert "breaks Amazon's own rules\\, its removal" in text
    assert "is not confirmed.\\nNot confirmed" in text


def test_what_is_verified_bears_no_doubt() -> None:
    text = to_ics([contest_clock("grant", NOW.date(), "US", NOW)], "en", case_id="c", stamp=NOW).decode()
    assert "Not confirmed" not in text.replace("\r\n ", "")
