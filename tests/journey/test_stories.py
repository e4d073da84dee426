"""Four cases played through several rounds, from the sample to every exported file, in both languages."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document
from icalendar import Calendar

from appeal_core.case import Case
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
    samples,
    sending,
    standing,
)
from appeal_core.language import Lang

STORIES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "stories.yaml").read_text(encoding="utf-8")
)
ALWAYS = {"appeal.docx", "appeal.pdf", "appeal.txt", "appeal.zh.docx", "appeal.zh.txt", "evidence.zip"}


class Play:
    """One story as it is played: the case, its files, and the clock."""

    def __init__(self, story: dict[str, Any], lang: Lang) -> None:
        opened = samples.open_sample(story["sample"], lang, "story")
        self.story, self.lang, self.files = story, lang, opened.files
        self.held: dict[str, Any] = {}
        self.case = opened.case
        for path in map(self._path, story["without"]):
            self.held[path] = self.case.get(path)
            self.case = self.case.with_value(path, None)
        self.now = dt.datetime(2026, 11, 18, 9, 0, tzinfo=dt.UTC)

    def _path(self, path: str) -> str:
        last = list(samples.sample(self.story["sample"]).case["exhibits"])[-1]
        return path.replace("exhibits.last", f"exhibits.{last}")

    def send(self, kind: str) -> exporting.Package:
        """Exports everything and notes the sending."""
        package = exporting.package(self.case, self.files.__getitem__, kind=kind)
        self.case = sending.with_attempt(self.case, package, kind, self.now, "account_health")
        self.now += dt.timedelta(days=3)
        return package

    def answer(self, text: str) -> str:
        """Keeps Amazon's answer; what it was read as."""
        self.case = sending.with_reply(self.case, text, self.now.date())
        return list(self.case.replies.values())[-1].outcome

    def fill_in(self, paths: list[str]) -> None:
        """The seller adds what was held back."""
        for path in map(self._path, paths):
            self.case = self.case.with_value(path, self.held[path])


def check_files(package: exporting.Package, lang: Lang) -> None:
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
@pytest.mark.parametrize("story", STORIES, ids=lambda s: str(s["name"]))
def test_a_story_is_played_to_its_end(story: dict[str, Any], lang: Lang) -> None:
    play = Play(story, lang)
    check_files(play.send(composing.default_kind(play.case)), lang)
    for round_ in story["rounds"]:
        check_round(play, round_)
    check_end(play)


def check_round(play: Play, round_: dict[str, Any]) -> None:
    """An answer comes and is read; what is missing is filled in; the letter that it calls for is sent."""
    assert play.answer(round_["reply"][play.lang]) == round_["outcome"]
    if "days" in round_:
        play.now += dt.timedelta(days=round_["days"])
    fits = standing.next_kinds(play.case, play.now)
    if "kind" not in round_:
        assert "supplement" not in fits
        return
    assert fits[0] == round_["kind"]
    assert calls.script(play.case).ask
    if round_.get("stops"):
        letter = composing.letter(play.case, "escalation")
        assert standing.nothing_left(play.case, letter)
    held = [play._path(path) for path in round_.get("back", [])]
    if held:
        check_what_is_new(play, round_, held)
    package = play.send(round_["kind"])
    check_files(package, play.lang)
    if "says" in round_:
        name = "appeal.txt" if play.lang == "en" else "appeal.zh.txt"
        assert round_["says"][play.lang] in package.files[name].decode()


def check_what_is_new(play: Play, round_: dict[str, Any], held: list[str]) -> None:
    """What is filled in shows as new against the last sending; the old letter again is warned of."""
    first = next(iter(play.case.attempts.values())).kind
    again = standing.news(play.case, composing.letter(play.case, first))
    assert again is not None and again.warns and again.change.same > 0.95
    play.fill_in(round_["back"])
    found = standing.news(play.case, composing.letter(play.case, round_["kind"]))
    assert found is not None and not found.warns
    if any(path.startswith("exhibits.") for path in held):
        assert found.exhibits
    if any(path.startswith("root_causes.") for path in held):
        assert found.facts and found.change.new


def check_end(play: Play) -> None:
    """The timeline holds every round, the calendar opens, the hand-over loses nothing, the promises are papers."""
    case, now = play.case, play.now
    kinds = [e.kind for e in standing.timeline(case, now)]
    assert kinds.count("attempt") == len(case.attempts)
    assert kinds.count("reply") == len(play.story["rounds"])
    calendar = Calendar.from_ical(to_ics(clocks(case, now), play.lang, case_id=case.id, stamp=now))
    assert not calendar.errors
    files = dict(play.files)
    back = begin.opened(case_to_zip(case, files), case.id)
    assert (back.case, back.files) == (case, files)
    line = agency.line(case, now, now)
    assert (line.rounds, line.back) == (len(case.attempts), standing.is_back(case))
    if standing.is_back(case):
        assert standing.next_kinds(case, now) == ()
        papers = promises.papers(case, play.lang, now.date())
        assert len(papers) == 5 and all(papers.values())
        for name in papers:
            if name.endswith(".docx"):
                open_word(papers[name])


def test_stories_are_those_that_happen() -> None:
    """Refused for a thin root cause, invalid documents, nothing implemented, and the final refusal."""
    outcomes = {r["outcome"] for s in STORIES for r in s["rounds"]}
    assert {"plan_incomplete", "documents_invalid", "not_implemented", "refused", "final", "reinstated"} <= outcomes  # fmt: skip
    assert {s["sample"] for s in STORIES} <= {s.name for s in samples.overview()}
    assert isinstance(Play(STORIES[0], "en").case, Case)
