"""What the notice asks for and where the letter answers it; each root cause with what answers it; the holes."""

from __future__ import annotations

import re
from collections.abc import Collection

from appeal_core.case import OWN, ActionAnswer, Case, Letter, MeasureAnswer, Words
from appeal_core.catalog import cause
from appeal_core.catalog.cause_entries import Cause, RootCause
from appeal_core.journey.lines import Line, lines
from appeal_core.language import Bilingual, Frozen, Message, message
from appeal_core.letter.demands import ask_name, asks_of, demand_for
from appeal_core.review.context import Context
from appeal_core.review.knowledge import knowledge

_PARTS = {
    "root_cause": ("root_cause",),
    "corrective_actions": ("actions",),
    "prevention": ("prevention",),
    "plan_of_action": ("root_cause", "actions", "prevention"),
}
_FOR_THOSE_IN_THE_RIGHT = {"error_explanation"}
_OFFERED_BESIDE_A_PLAN = {"other_evidence"}  # "and any evidence": no demand where a plan alone is wanted
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_LISTS = ("exhibits", "signature", "sources")  # they name papers and people, and answer by themselves nothing


class AskLine(Frozen):
    """A demand of the notice. `asked`: the notice's own words; `places`: the lines of the letter that answer it.

    `by_words`: found by its wording alone, so that a person must judge it. `hole` says what is missing.
    `other_door`: it is for those who take the other way (dispute or plan).
    """

    code: str
    name: Bilingual
    asked: str = ""
    places: tuple[Line, ...] = ()
    exhibits: tuple[str, ...] = ()
    hole: Message | None = None
    by_words: bool = False
    other_door: bool = False


class Step(Frozen):
    """An action that is done or a measure that runs: its name, its line, the exhibit that proves it, its holes."""

    name: Bilingual
    place: Line | None = None
    exhibit: str = ""
    holes: tuple[Message, ...] = ()


class CauseLine(Frozen):
    """A root cause of one cause with its answers. Without a root cause `root` is `None` and `holes` says so."""

    cause: Bilingual
    root: Bilingual | None = None
    place: Line | None = None
    actions: tuple[Step, ...] = ()
    measures: tuple[Step, ...] = ()
    holes: tuple[Message, ...] = ()


class Coverage(Frozen):
    """Both tables. A letter that answers no notice (a status request) has none."""

    asks: tuple[AskLine, ...] = ()
    causes: tuple[CauseLine, ...] = ()

    @property
    def holes(self) -> tuple[Message, ...]:
        """Everything that is missing, each once, in the order of the tables."""
        found = [a.hole for a in self.asks if a.hole]
        for line in self.causes:
            found += line.holes
            for step in (*line.actions, *line.measures):
                found += step.holes
        return tuple({m.in_("en"): m for m in found}.values())


def coverage(case: Case, letter: Letter) -> Coverage:
    """The tables of a case's letter: ask x where answered; cause x root cause x action x measure x exhibit."""
    route = Context(case=case, letter=letter).route
    if route == "other_letter":
        return Coverage()
    book = _Book(case, letter)
    asks = tuple(book.ask(code, route) for code in asks_of(case))
    plan = any(s.id in _PARTS["plan_of_action"] for s in letter.sections)
    return Coverage(asks=asks, causes=book.causes() if plan else ())


class _Book:
    """A case and its letter, line by line."""

    def __init__(self, case: Case, letter: Letter) -> None:
        self._case, self._letter = case, letter
        self._lines = lines(letter)
        self._gaps = letter.gaps()

    def ask(self, code: str, route: str) -> AskLine:
        name, asked = ask_name(code), self._asked(code)
        if code in _PARTS:
            return self._part(code, name, asked, disputed=route == "dispute")
        demand = demand_for(self._case, code)
        letters = tuple(self._case.exhibit_letter(e) for e in demand.exhibits)
        places = self._answering(name, letters, demand.said)
        found = AskLine(code=code, name=name, asked=asked, exhibits=letters, places=places)
        if places:
            return found
        if (code in _FOR_THOSE_IN_THE_RIGHT and route != "dispute") or (
            code in _OFFERED_BESIDE_A_PLAN and self._case.route == "plan_of_action"
        ):
            return found.model_copy(update={"other_door": True})
        if worded := self._worded(code):
            return found.model_copy(update={"places": worded, "by_words": True})
        return found.model_copy(update={"hole": _nothing(name)})

    def _part(self, code: str, name: Bilingual, asked: str, *, disputed: bool) -> AskLine:
        """A part of a plan: answered by the first line of its section."""
        firsts = [
            next((x for x in self._lines if x.section == section and _says(x)), None)
            for section in _PARTS[code]
        ]
        found = AskLine(code=code, name=name, asked=asked, places=tuple(x for x in firsts if x))
        if all(firsts):
            return found
        if disputed:
            return found.model_copy(update={"other_door": True})
        return found.model_copy(update={"hole": _nothing(name)})

    def _asked(self, code: str) -> str:
        diagnosis = self._case.diagnosis
        ask = next((a for a in diagnosis.asks if a.code == code), None) if diagnosis else None
        return " ".join(ask.text.split()).lstrip("-•· ") if ask and ask.end else ""

    def _answering(self, name: Bilingual, letters: tuple[str, ...], said: Words) -> tuple[Line, ...]:
        """The row that bears the demand's name, else the first line that names its exhibit or holds its answer."""
        body = [x for x in self._lines if x.section not in _LISTS and _says(x)]
        rows = [x for x in body if x.section == "documents" and x.text.en.startswith(name.en)]
        if (letters or said.en or said.zh) and rows:
            return (rows[0],)
        for line in (*body, *self._lines):
            if set(letters) & set(line.exhibits) or _holds(line, said):
                return (line,)
        return ()

    def _worded(self, code: str) -> tuple[Line, ...]:
        """The first line with words for a demand that no exhibit and no answer of its own meets."""
        words, lang = knowledge().asks.get(code), self._letter.language
        found = (
            x for x in self._lines if x.section not in _LISTS and words and words.search(x.text.in_(lang))
        )
        return tuple(x for x in found if _says(x) and "[missing" not in x.text.en)[:1]

    def causes(self) -> tuple[CauseLine, ...]:
        found: list[CauseLine] = []
        for code in self._case.causes:
            entry = cause(code)
            roots = [k for k, a in self._case.root_causes.items() if a.chosen and a.cause == code]
            found += [self._root(entry, key) for key in roots]
            if not roots:
                hole = message("No root cause is named for this: {cause}.", cause=entry.name)
                found.append(CauseLine(cause=entry.name, holes=(hole,)))
        return tuple(found)

    def _root(self, entry: Cause, key: str) -> CauseLine:
        answer = self._case.root_causes[key]
        known = next((r for r in entry.root_causes if r.id == key), None)
        name = known.name if known else _bilingual(answer.name, answer.text)
        actions = tuple(self._action(entry, k, a) for k, a in self._case.actions.items()
                        if a.chosen and _answers(k, a.cause, known, known.actions if known else (), entry))  # fmt: skip
        measures = tuple(self._measure(entry, k, m) for k, m in self._case.measures.items()
                         if m.chosen and _answers(k, m.cause, known, known.measures if known else (), entry))  # fmt: skip
        holes = [g.message for g in self._gaps if g.path.startswith(f"root_causes.{key}.")]
        if not actions:
            holes.append(message("No action is chosen for this root cause: {cause}.", cause=name))
        if not measures:
            holes.append(message("No measure is chosen for this root cause: {cause}.", cause=name))
        place = next((x for x in self._lines if x.block == f"root:{key}"), None)
        return CauseLine(cause=entry.name, root=name, place=place, actions=actions, measures=measures,
                         holes=tuple(holes))  # fmt: skip

    def _action(self, entry: Cause, key: str, answer: ActionAnswer) -> Step:
        known = next((a for a in entry.actions if a.id == key), None)
        return Step(
            name=known.name if known else _bilingual(answer.text),
            place=next((x for x in self._lines if x.block == f"action:{key}"), None),
            exhibit=self._case.exhibit_letter(answer.exhibit or ""),
            holes=self._lacking(f"actions.{key}"),
        )

    def _measure(self, entry: Cause, key: str, answer: MeasureAnswer) -> Step:
        known = next((m for m in entry.measures if m.id == key), None)
        name = known.name if known else _bilingual(answer.what)
        return Step(
            name=name, place=self._row(f"measures.{key}.what"), holes=self._lacking(f"measures.{key}")
        )

    def _row(self, path: str) -> Line | None:
        """The line of the table's row that prints the case's field `path`."""
        for block in self._letter.blocks():
            for number, paths in enumerate(block.table.paths if block.table else ()):
                if path in paths:
                    return [x for x in self._lines if x.block == block.id][number]
        return None

    def _lacking(self, path: str) -> tuple[Message, ...]:
        return tuple(g.message for g in self._gaps if g.path.startswith(f"{path}."))


def _nothing(name: Bilingual) -> Message:
    return message("Nothing in the letter answers this: {ask}.", ask=name)


def _answers(key: str, code: str, root: RootCause | None, offered: Collection[str], entry: Cause) -> bool:
    """An own answer, or one beside an own root cause, answers for its cause: nothing says to which it belongs."""
    if root is None or key.startswith(OWN):
        return code == entry.code
    return key in offered


def _says(line: Line) -> bool:
    """Whether a line says anything beside its gaps."""
    rest = _BRACKETED.sub("", line.text.en)
    return any(c.isalnum() for c in rest)


def _holds(line: Line, said: Words) -> bool:
    return bool(
        (said.en and said.en.strip(" .") in line.text.en)
        or (said.zh and said.zh.strip(" 。") in line.text.zh)
    )


def _bilingual(*words: Words) -> Bilingual:
    """The first words that say anything, cut to a name's length."""
    for found in words:
        if found.en.strip() or found.zh.strip():
            return Bilingual(en=_short(found.en or found.zh), zh=_short(found.zh or found.en))
    return Bilingual(en="…", zh="…")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 90 else flat[:89] + "…"
