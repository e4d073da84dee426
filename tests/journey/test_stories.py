"""Four cases played through several rounds, from the sample to every exported file, in both languages."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar

from appeal_core.case.file import case_to_zip
from appeal_core.export.ics import to_ics
from appeal_core.export.word.package import open_word
from appeal_core.follow_up.clocks import clocks
from appeal_core.journey import (
    agency,
    begin,
    calls,
    composing,
    exporting,
    promises,
    standing,
    stories,
)
from appeal_core.journey.stories import Round, Story, Telling
from appeal_core.language import BadInput, Bilingual, Lang

STORIES = stories.stories()
NAMES = [s.name for s in STORIES]
ALWAYS = {"appeal.docx", "appeal.pdf", "appeal.txt", "appeal.zh.docx", "appeal.zh.txt", "evidence.zip"}
SAYS = {"thin_root_cause": Bilingual(en="12 orders", zh="12 笔")}  # what the second letter must say


def check_files(package: exporting.Package) -> None:
    """Every file is there and opens."""
    assert set(package.files) >= ALWAYS
    assert any(name.startswith("boxes/") for name in package.files)
    for name, data in package.files.items():
        assert data, name
        if name.endswith(".docx"):
            open_word(data)
            assert Document(io.BytesIO(data)).paragraphs
    assert package.files["appeal.pdf"].startswith(b"%PDF")
    assert zipfile.ZipFile(io.BytesIO(package.files["evidence.zip"])).testzip() is None


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_a_story_is_played_to_its_end(story: Story, lang: Lang) -> None:
    play = stories.begun(story, lang, "story")
    check_files(play.send(composing.default_kind(play.case)))
    for told in story.rounds:
        check_round(play, told, lang)
    check_end(play, lang)


def check_round(play: Telling, told: Round, lang: Lang) -> None:
    """An answer comes and is read; what is missing is filled in; the letter that it calls for is sent."""
    assert play.answer(told, lang) == told.outcome
    play.now += dt.timedelta(days=told.waits)
    fits = standing.next_kinds(play.case, play.now)
    if not told.kind:
        assert "supplement" not in fits
        return
    assert fits[0] == told.kind
    assert calls.script(play.case).ask
    if told.outcome == "final":
        assert standing.nothing_left(play.case, composing.letter(play.case, "escalation"))
    if told.back:
        check_what_is_new(play, told)
    package = play.send(told.kind)
    check_files(package)
    if says := SAYS.get(play.story.name):
        name = "appeal.txt" if lang == "en" else "appeal.zh.txt"
        assert says.in_(lang) in package.files[name].decode()


def check_what_is_new(play: Telling, told: Round) -> None:
    """What is filled in shows as new against the last sending; the old letter again is warned of."""
    first = next(iter(play.case.attempts.values())).kind
    again = standing.news(play.case, composing.letter(play.case, first))
    assert again is not None and again.warns and again.change.same > 0.95
    play.fill_in(told)
    found = standing.news(play.case, composing.letter(play.case, told.kind))
    assert found is not None and not found.warns
    if any(path.startswith("exhibits.") for path in told.back):
        assert found.exhibits
    if any(path.startswith("root_causes.") for path in told.back):
        assert found.facts and found.change.new


def check_end(play: Telling, lang: Lang) -> None:
    """The timeline holds every round, the calendar opens, the hand-over loses nothing, the promises are papers."""
    case, now = play.case, play.now
    kinds = [e.kind for e in standing.timeline(case, now)]
    assert kinds.count("attempt") == len(case.attempts)
    assert kinds.count("reply") == len(play.story.rounds)
    calendar = Calendar.from_ical(to_ics(clocks(case, now), lang, case_id=case.id, stamp=now))
    assert not calendar.errors
    back = begin.opened(case_to_zip(case, play.files), case.id)
    assert (back.case, back.files) == (case, play.files)
    line = agency.line(case, now, now)
    assert (line.rounds, line.back) == (len(case.attempts), standing.is_back(case))
    if standing.is_back(case):
        assert standing.next_kinds(case, now) == ()
        papers = promises.papers(case, lang, now.date())
        assert len(papers) == 5 and all(papers.values())
        for name in papers:
            if name.endswith(".docx"):
                open_word(papers[name])


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_an_opened_story_stands_after_its_last_answer(story: Story, lang: Lang) -> None:
    """Every letter of its rounds is kept as sent; a letter that must wait is chosen and not sent."""
    case = stories.open_story(story.name, lang, "opened").case
    sent = [r.kind for r in story.rounds if r.kind and not r.waits]
    assert [a.kind for a in case.attempts.values()] == [composing.default_kind(case), *sent]
    assert [r.outcome for r in case.replies.values()] == [r.outcome for r in story.rounds]
    assert all(text.strip() for text in (a.text for a in case.attempts.values()))
    assert (case.id, case.sample, case.language) == ("opened", story.name, lang)
    moments: list[Any] = [e.at for e in standing.timeline(case, dt.datetime(2026, 11, 30, tzinfo=dt.UTC))]
    assert moments == sorted(moments)
    package = exporting.package(case, stories.open_story(story.name, lang, "x").files.__getitem__)
    assert package.ready, package.findings


def test_an_unknown_story_is_told() -> None:
    with pytest.raises(BadInput, match="thin_root_cause"):
        stories.open_story("sold_out", "en", "x")


def test_stories_are_those_that_happen() -> None:
    """Refused for a thin root cause, invalid documents, nothing implemented, and the final refusal."""
    outcomes = {r.outcome for s in STORIES for r in s.rounds}
    assert {"plan_incomplete", "documents_invalid", "not_implemented", "refused", "final", "reinstated"} <= outcomes  # fmt: skip
