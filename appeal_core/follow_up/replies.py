"""Amazon's reply to an appeal: what it decided, what it names, which letter is next."""

from __future__ import annotations

import datetime as dt
import re

from appeal_core.case import Span
from appeal_core.catalog.cue_entries import ReplyCues
from appeal_core.catalog.cue_loader import replies
from appeal_core.follow_up.clauses import asks, conditional, stated, unquoted
from appeal_core.follow_up.clocks import business_day
from appeal_core.follow_up.meaning import holds_any, meant
from appeal_core.follow_up.named import lacks_some, named_points
from appeal_core.language import Bilingual, Frozen
from appeal_core.text.document import read_text
from appeal_core.text.folding import fold
from appeal_core.text.listen import Heard, spoken
from appeal_core.text.sentences import sentences
from appeal_core.text.thread import messages
from appeal_core.text.tongue import languages

_CERTAIN = {"final", "refused", "reinstated"}
_INVITES = {"more_information", "plan_incomplete"}
_SURE = 0.6  # below, a cue speaks only where no surer one does
_DECIDED = 0.95  # of a refusal: a decision in so many words
_SHORT = 240  # characters of a line written above a forwarded answer


class ReplyReading(Frozen):
    """What was read in a reply. Offsets count characters of `text`."""

    text: str
    outcome: str
    named: tuple[Span, ...] = ()
    next_letter: str = "none"
    evidence: tuple[Span, ...] = ()
    wait_until: dt.date | None = None
    advice: Bilingual = Bilingual()


def read_reply(text: str, received: dt.date | None = None, marketplace: str | None = None) -> ReplyReading:
    """The meaning of a reply: the newest message of the thread decides.

    `received` is the day in the store's zone; with it, an acknowledgement gives `wait_until`, five
    business days later by the store's holidays (`marketplace`, two letters, default US). Raises
    `BadInput` for an empty text.
    """
    text = read_text(text).text
    spans, tongues, entry, evidence = _decided(text)
    named = named_points(spans)
    if entry.code in ("more_information", "plan_incomplete"):
        entry = _entry("plan_incomplete" if lacks_some(spans, named, tongues) else "more_information")
    wait = entry.wait_business_days
    return ReplyReading(
        text=text,
        outcome=entry.code,
        named=named if entry.code in ("plan_incomplete", "more_information", "documents_invalid") else (),
        next_letter=entry.next_letter,
        evidence=evidence,
        wait_until=_business_days_on(received, wait, marketplace or "US") if received and wait else None,
        advice=entry.advice,
    )


def _entry(code: str) -> ReplyCues:
    return next(r for r in replies() if r.code == code)


def _decided(text: str) -> tuple[tuple[Span, ...], tuple[str, ...], ReplyCues, tuple[Span, ...]]:
    """The newest message's sentences, languages and outcome; a line above a forwarded answer only hands it on."""
    parts = messages(text)
    for part in parts[:2]:
        body = unquoted(part.body.text)
        spans = tuple(
            Span(start=s.start + part.body.start, end=s.end + part.body.start, text=s.text)
            for s in sentences(body)
        )
        tongues = languages(body) or languages(text) or ("en",)
        entry, evidence = _outcome(spans, tongues)
        speaks = holds_any(fold(body), ("subject",), tongues)  # of the matter: it hands nothing on
        if entry.code != "unknown" or part.day or speaks or len(body.strip()) > _SHORT:
            break
    return spans, tongues, entry, evidence


def _outcome(spans: tuple[Span, ...], tongues: tuple[str, ...]) -> tuple[ReplyCues, tuple[Span, ...]]:
    """The first outcome, in the catalogue's order, that a sentence states; a wish or a condition states none.

    Surer words are heard before weaker ones ("your account remains deactivated" stands in answers of every kind).
    Good news beside a sentence that leaves something switched off is not decided.
    """
    folded = [(span, fold(span.text)) for span in spans]
    heard = [(span, Heard(stated(text)), conditional(text)) for span, text in folded]
    entry, evidence = _decision(folded, heard, tongues) or _phrased(heard, tongues)
    return _by_meaning(entry, evidence, heard, tongues)


def _phrased(
    heard: list[tuple[Span, Heard, bool]], tongues: tuple[str, ...]
) -> tuple[ReplyCues, tuple[Span, ...]]:
    """The outcome by the catalogue's phrases."""
    weak: tuple[ReplyCues, tuple[Span, ...]] | None = None
    for entry in replies():
        weights = _weights(entry, heard, tongues)
        sure = tuple(span for span, weight in weights if weight >= _SURE)
        if sure and entry.code == "reinstated" and weak and weak[0].code == "refused":
            return _entry("unknown"), ()
        if sure and _stands(entry.code, heard, tongues):
            return entry, sure[:3]
        if weights and weak is None:
            weak = entry, tuple(span for span, _ in weights[:3])
    return weak or (_entry("unknown"), ())


def _by_meaning(
    entry: ReplyCues,
    evidence: tuple[Span, ...],
    heard: list[tuple[Span, Heard, bool]],
    tongues: tuple[str, ...],
) -> tuple[ReplyCues, tuple[Span, ...]]:
    """What the kinds of words say where no phrase does, and against good news beside what stays off."""
    now = [(span, s.folded) for span, s, supposed in heard if not supposed]
    every = [(span, s.folded) for span, s, _ in heard]
    plain = [(code, now, at) for code, at in meant([t for _, t in now], tongues)]
    decided = [m for m in plain if m[0] in _CERTAIN]
    other = [(code, every, at) for code, at in meant([t for _, t in every], tongues) if code not in _CERTAIN]
    said = {code for code, _, _ in (*decided, *other)}
    good = entry.code == "reinstated" or "reinstated" in said
    if good and "refused" in said and entry.code not in ("refused", "final"):
        return _entry("unknown"), ()
    if not _open(entry, heard, tongues, {code for code, _, _ in plain}):
        return entry, evidence
    for rule in replies():
        for code, source, at in (*decided, *other):
            if code == rule.code:
                return rule, tuple(source[place][0] for place in at[:3])
    return entry, evidence


def _open(
    entry: ReplyCues, heard: list[tuple[Span, Heard, bool]], tongues: tuple[str, ...], said: set[str]
) -> bool:
    """Whether the phrases leave it open: none, only a courtesy, or one beside which more is asked for."""
    if entry.code == "unknown":
        return True
    invited = bool(said & _INVITES) and any(
        asks(s.folded) or holds_any(s.folded, ("ask",), tongues) for _, s, supposed in heard if not supposed
    )
    if entry.code == "refused":
        return invited and "final" not in said
    sure = any(weight >= _SURE for _, weight in _weights(entry, heard, tongues))
    return entry.code == "acknowledged" and (invited or not sure)


def _decision(
    folded: list[tuple[Span, str]], heard: list[tuple[Span, Heard, bool]], tongues: tuple[str, ...]
) -> tuple[ReplyCues, tuple[Span, ...]] | None:
    """A refusal in so many words that asks for nothing, whatever else it finds fault with."""
    refusal = _entry("refused")
    hits = tuple(s for s, weight in _weights(refusal, heard, tongues) if weight >= _DECIDED)
    final = any(weight >= _SURE for _, weight in _weights(_entry("final"), heard, tongues))
    if not hits or final or any(asks(text) for _, text in folded):
        return None
    return refusal, hits[:3]


def _weights(
    entry: ReplyCues, heard: list[tuple[Span, Heard, bool]], tongues: tuple[str, ...]
) -> list[tuple[Span, float]]:
    cues = spoken(entry.cues, tongues)
    certain = entry.code in _CERTAIN
    found = [(span, s.weight(cues)) for span, s, supposed in heard if not (certain and supposed)]
    return [(span, weight) for span, weight in found if weight]


def _stands(code: str, heard: list[tuple[Span, Heard, bool]], tongues: tuple[str, ...]) -> bool:
    """A list that asks for all parts and, last, for evidence of compliance asks for all parts."""
    if code != "compliance_evidence":
        return True
    parts = spoken(_entry("more_information").cues, tongues)
    detailed = sum(
        bool(re.search(r"root cause|actions you|steps you|根本原因|措施", s.folded, re.I))
        for _, s, _ in heard
    )
    return not (detailed >= 2 and any(s.weight(parts) for _, s, _ in heard))


def _business_days_on(day: dt.date, count: int, marketplace: str) -> dt.date:
    """`count` business days of the store's country after `day`."""
    return business_day(dt.datetime.combine(day, dt.time(12), dt.UTC), count, marketplace).date()
