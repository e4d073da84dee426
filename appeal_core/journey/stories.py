"""Four invented cases told over several rounds: what was sent, what Amazon answered, what was sent then."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import Field, ValidationError

from appeal_core.case import Case
from appeal_core.catalog.loader import read_yaml
from appeal_core.journey import composing, exporting, samples, sending
from appeal_core.journey.samples import FOLDER, Opened
from appeal_core.language import BadInput, Bilingual, Frozen, Lang

_FIRST_SENT = dt.datetime(2026, 11, 18, 9, 0, tzinfo=dt.UTC)  # when the samples' papers are complete


class Round(Frozen):
    """Amazon's answer and what followed.

    `outcome`: what the answer is read as. `after`: days since the last event. `kind`: the letter that follows, for
    which the seller fills in the paths of `back`. `waits`: days from the answer to that letter, where it must wait.
    """

    reply: Bilingual
    outcome: str
    after: int = Field(default=2, ge=1)
    kind: str = ""
    back: tuple[str, ...] = ()
    waits: int = 0


class Story(Frozen):
    """A story as it lies on disk. `without`: paths of the sample that its first letter lacks."""

    name: str
    title: Bilingual
    story: Bilingual
    sample: str
    without: tuple[str, ...]
    rounds: tuple[Round, ...] = Field(min_length=1)


@cache
def stories() -> tuple[Story, ...]:
    """All stories. Raises `BadInput` where the file is wrong."""
    try:
        return tuple(Story.model_validate(item) for item in read_yaml(FOLDER / "stories.yaml"))
    except ValidationError as error:
        first = error.errors()[0]
        raise BadInput("The sample {name} is wrong at {place}: {why}.", name="stories.yaml",
                       place=".".join(map(str, first["loc"])), why=first["msg"]) from error  # fmt: skip


@dataclass
class Telling:
    """A story while it is told: the case as it stands, its files, its clock, and what is held back still."""

    story: Story
    case: Case
    files: dict[str, bytes]
    now: dt.datetime = _FIRST_SENT
    held: dict[str, Any] = field(default_factory=dict)

    def path(self, path: str) -> str:
        """A path of the case; `exhibits.last` is the sample's last exhibit."""
        last = list(samples.sample(self.story.sample).case["exhibits"])[-1]
        return path.replace("exhibits.last", f"exhibits.{last}")

    def send(self, kind: str) -> exporting.Package:
        """Writes the letter of that kind, notes it as sent, and gives its files."""
        wishes = self.case.wishes.model_copy(update={"kind": kind, "day": self.now.date()})
        self.case = self.case.replace(wishes=wishes)
        package = exporting.package(self.case, self.files.__getitem__, kind=kind)
        self.case = sending.with_attempt(self.case, package, kind, self.now, "account_health")
        return package

    def answer(self, told: Round, lang: Lang) -> str:
        """Keeps Amazon's answer of a round; what it was read as."""
        self.now += dt.timedelta(days=told.after)
        self.case = sending.with_reply(self.case, told.reply.in_(lang), self.now.date())
        return list(self.case.replies.values())[-1].outcome

    def fill_in(self, told: Round) -> None:
        """The seller adds what the first letter lacked."""
        for path in map(self.path, told.back):
            self.case = self.case.with_value(path, self.held[path])


def begun(story: Story, lang: Lang, case_id: str) -> Telling:
    """The story before its first sending."""
    opened = samples.open_sample(story.sample, lang, case_id)
    telling = Telling(story, opened.case.replace(sample=story.name), opened.files)
    for path in map(telling.path, story.without):
        telling.held[path] = telling.case.get(path)
        telling.case = telling.case.with_value(path, None)
    return telling


def open_story(name: str, lang: Lang, case_id: str) -> Opened:
    """The case after Amazon's last answer, with every letter of its rounds as it was sent.

    A letter that must wait is chosen and not sent. Raises `BadInput` for an unknown name.
    """
    found = next((s for s in stories() if s.name == name), None)
    if found is None:
        names = ", ".join(s.name for s in stories())
        raise BadInput("There is no sample “{name}”. Choose one of: {names}.", name=name, names=names)
    telling = begun(found, lang, case_id)
    telling.send(composing.default_kind(telling.case))
    for told in found.rounds:
        telling.answer(told, lang)
        telling.fill_in(told)
        if told.kind and not told.waits:
            telling.send(told.kind)
        elif told.kind:
            wishes = telling.case.wishes.model_copy(update={"kind": told.kind, "day": None})
            telling.case = telling.case.replace(wishes=wishes)
    return Opened(telling.case, telling.files)
