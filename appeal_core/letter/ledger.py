"""The ledger of a letter's facts: every figure, day and name is entered here before it is printed."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from appeal_core import catalog
from appeal_core.case import Case, Gap, LetterFact, Words, letter_of
from appeal_core.case.letter import FactSource
from appeal_core.language import Bilingual, Lang, Message, date_text, message, number_text, percent_text
from appeal_core.letter.said import Said

_FIGURES = re.compile(r"\d+(?:[.,:/-]\d+)*%?")


def both(text: Message) -> Bilingual:
    """A message in both languages."""
    return Bilingual(en=text.in_("en"), zh=text.in_("zh"))


class Ledger:
    """Facts by id, entered while a letter is gathered. One ledger serves one letter."""

    def __init__(self, case: Case, kind: str = "") -> None:
        self.case = case
        self.kind = kind
        self.facts: dict[str, LetterFact] = {}
        self.store = catalog.marketplaces().get(case.marketplace) or catalog.marketplaces()["US"]
        self.day = letter_day(case, self.zone)

    @property
    def zone(self) -> ZoneInfo:
        """The store's own zone."""
        return ZoneInfo(self.store.zone)

    def exhibit_letters(self) -> dict[str, str]:
        """Letters by exhibit id."""
        return {key: letter_of(n) for n, key in enumerate(self.case.exhibits)}

    def enter(
        self, fact_id: str, source: FactSource, ref: str, label: Bilingual, said: Said, *also: str
    ) -> Said:
        """`said` as a fact: `also` are further strings under which it may appear."""
        values = tuple(dict.fromkeys(v for v in (said.en, said.zh, *also) if v))
        self.facts[fact_id] = LetterFact(id=fact_id, source=source, ref=ref, label=label, values=values)
        return Said(said.en, said.zh, (fact_id, *said.facts), said.gaps, said.exhibits)

    def number(self, fact_id: str, value: int, source: FactSource, ref: str, label: Bilingual) -> Said:
        """A count."""
        text = number_text(value, "en")
        return self.enter(fact_id, source, ref, label, Said(text, text), str(value))

    def percent(self, fact_id: str, rate: float, source: FactSource, ref: str, label: Bilingual) -> Said:
        """A rate given as a fraction."""
        text = percent_text(rate, "en")
        return self.enter(fact_id, source, ref, label, Said(text, text))

    def date(self, fact_id: str, day: dt.date, source: FactSource, ref: str, label: Bilingual) -> Said:
        """A day with its year."""
        return self.enter(fact_id, source, ref, label, self.day_said(day, year=True), day.isoformat())

    def short_date(self, fact_id: str, day: dt.date, source: FactSource, ref: str, label: Bilingual) -> Said:
        """A day, its year only where it is not the letter's."""
        said = self.day_said(day, year=day.year != self.day.year)
        return self.enter(fact_id, source, ref, label, said, day.isoformat())

    def day_said(self, day: dt.date, *, year: bool) -> Said:
        """A day as both languages write it, not yet a fact."""
        return Said(self._day(day, "en", year), self._day(day, "zh", year))

    def _day(self, day: dt.date, lang: Lang, year: bool) -> str:
        return date_text(day, lang, marketplace=self.store.code, year=year)

    def name(
        self, fact_id: str, text: Said, ref: str, label: Bilingual, source: FactSource = "seller"
    ) -> Said:
        """A name, identifier or title, entered as it stands."""
        return self.enter(fact_id, source, ref, label, text, *figures_in(text))

    def words(self, fact_id: str, words: Words, ref: str, label: Bilingual, page: str) -> Said:
        """The seller's free words; Chinese without English is a visible gap."""
        if not (words.en or words.zh):
            return Said()
        english = message("English for: {what}", what=label)
        gap = self.gap(f"{ref}.en", english, page, f"{ref}.en")
        said = Said(gap.en, words.zh, gaps=gap.gaps) if not words.en else Said(words.en, words.zh or words.en)
        return self.enter(fact_id, "seller", ref, label, said, *figures_in(said))

    def gap(self, gap_id: str, what: Message, page: str, path: str = "") -> Said:
        """A visible hole: `[missing: …]`, with the page and the field that fill it."""
        text = both(message("[missing: {what}]", what=what))
        return Said(text.en, text.zh, gaps=(Gap(id=gap_id, message=what, page=page, path=path),))

    def local_day(self, moment: dt.datetime) -> dt.date:
        """A moment's day in the store's zone."""
        return moment.astimezone(self.zone).date() if moment.tzinfo else moment.date()


def figures_in(said: Said) -> tuple[str, ...]:
    """Every figure of a text, so that the review finds it among the facts."""
    return tuple(dict.fromkeys(_FIGURES.findall(f"{said.en} {said.zh}")))


def letter_day(case: Case, zone: ZoneInfo) -> dt.date:
    """The day that the letter bears: the seller's choice, else the newest day in the case.

    A chosen day before the last sending or reply belonged to an earlier letter.
    """

    def local(moment: dt.datetime) -> dt.date:
        return moment.astimezone(zone).date() if moment.tzinfo else moment.date()

    days = [r.received_on for r in case.replies.values()]
    days += [local(a.sent_at) for a in case.attempts.values()]
    if case.wishes.day:
        return max([case.wishes.day, *days])
    days += [local(n.received_at) for n in case.notices if n.received_at]
    days += [a.done_on for a in case.actions.values() if a.chosen and a.done_on]
    days += [e.issued_on for e in case.exhibits.values() if e.issued_on]
    if case.measurements and case.measurements.as_of:
        days.append(case.measurements.as_of)
    return max(days, default=local(case.created_at))
