"""Amazon's reply to an appeal: what it decided, what it names, which letter is next."""

from __future__ import annotations

import datetime as dt
import re

from appeal_core.case import Span
from appeal_core.catalog.cue_entries import ReplyCues
from appeal_core.catalog.cue_loader import replies
from appeal_core.follow_up.clocks import business_day
from appeal_core.language import Bilingual, Frozen
from appeal_core.text.document import read_text
from appeal_core.text.folding import fold
from appeal_core.text.listen import Heard, spoken
from appeal_core.text.sentences import sentences
from appeal_core.text.thread import messages
from appeal_core.text.tongue import languages

_BULLET = re.compile(r"^\s*(?:[-–—•·*]+|\(?\d{1,2}[.)、])\s*")
_TOPIC = re.compile(
    r"(?:greater|more|further|additional) detail(?:s)? (?:on|about|regarding|of) (?:the )?(?P<a>.{3,200})"
    r"|explain (?P<b>how you (?:will|plan|intend).{3,200}|why .{3,160})"
    r"|(?:does|did) not (?:address|include|explain|contain|describe) (?P<c>.{3,200})"
    r"|(?:说明|解释|阐述)(?:您)?(?:将)?(?P<d>(?:如何|怎样).{2,80})|关于(?P<e>.{2,60}?)的?更(?:多|详细)"
    r"|(?P<f>.{2,60})的?更(?:多|详细|加详细)(?:的)?(?:信息|说明|详情|细节)"
    r"|(?:未|没有)(?:说明|解释|包含|涉及|提及)(?P<g>.{2,60})",
    re.IGNORECASE,
)
# Ends of the standard sentences: where nothing follows them, nothing is named.
_BARE = re.compile(
    r"^(?:root causes?(?:\(s\))?|actions? you(?:'ve| have)? taken|steps you(?:'ve| have)? taken|evidence(?: or examples)?)"
    r"(?: (?:of|to|that|which))?(?: (?:the|your|this|these|prevent|resolve|address|fix))*"
    r"(?: (?:issues?|problems?|violations?|complaints?|policy violations?|in the future|going forward|demonstrate.*|recurrence))*[\s.;:,]*$",
    re.IGNORECASE,
)
_BARE_ZH = re.compile(
    r"^(?:的)?(?:根本原因|措施|详细信息|您(?:已)?采取的.{0,12}措施|预防措施|问题)?[\s。；]*$"
)
_CONDITION = re.compile(r"\b(?:if|unless|once|wenn|falls)\b|如果|若|场合|場合", re.IGNORECASE)
_CERTAIN = {"final", "refused", "reinstated"}


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
    newest = messages(text)[0].body
    tongues = languages(newest.text) or languages(text) or ("en",)
    spans = tuple(
        Span(start=s.start + newest.start, end=s.end + newest.start, text=s.text)
        for s in sentences(newest.text)
    )
    entry, evidence = _outcome(spans, tongues)
    named = _named(spans)
    if entry.code in ("more_information", "plan_incomplete"):
        entry = _entry("plan_incomplete" if _lacks_some(spans, named) else "more_information")
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


def _outcome(spans: tuple[Span, ...], tongues: tuple[str, ...]) -> tuple[ReplyCues, tuple[Span, ...]]:
    """The first outcome, in the catalogue's order, that a sentence states; a wish or a condition states none."""
    heard = [(span, Heard(fold(span.text))) for span in spans]
    for entry in replies():
        cues = spoken(entry.cues, tongues)
        hits = tuple(
            span
            for span, sentence in heard
            if sentence.weight(cues) and not (entry.code in _CERTAIN and _CONDITION.search(span.text))
        )
        if hits and _stands(entry.code, heard, tongues):
            return entry, hits[:3]
    return _entry("unknown"), ()


def _stands(code: str, heard: list[tuple[Span, Heard]], tongues: tuple[str, ...]) -> bool:
    """A list that asks for all parts and, last, for evidence of compliance asks for all parts."""
    if code != "compliance_evidence":
        return True
    parts = spoken(_entry("more_information").cues, tongues)
    detailed = sum(
        bool(re.search(r"root cause|actions you|steps you|根本原因|措施", s.folded, re.I)) for _, s in heard
    )
    return not (detailed >= 2 and any(s.weight(parts) for _, s in heard))


def _named(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The topics that the reply names, as it words them."""
    found: list[Span] = []
    for span in spans:
        hit = _TOPIC.search(span.text)
        group = next((g for g, value in hit.groupdict().items() if value), None) if hit else None
        if hit is None or group is None:
            continue
        topic = hit[group].strip()
        bare = topic.rstrip(".;。； ")
        if _BARE.match(bare.replace("’", "'")) or _BARE_ZH.match(bare):
            continue
        start = span.start + hit.start(group) + (len(hit[group]) - len(hit[group].lstrip()))
        found.append(Span(start=start, end=start + len(bare), text=bare))
    return tuple(found)


def _lacks_some(spans: tuple[Span, ...], named: tuple[Span, ...]) -> bool:
    """Whether it names something missing, not all three parts again."""
    whole = fold(" ".join(s.text for s in spans)).lower()
    parts = sum(
        bool(re.search(rule, whole))
        for rule in (
            r"detail\w* (on|about|of|regarding) (the )?root cause|根本原因.{0,12}(详细|更多)|(详细|更多).{0,30}根本原因",
            r"detail\w* (on|about|of|regarding) (the )?(actions|measures)|(详细|更多).{0,30}(解决|已采取)|已采取.{0,30}(详细|更多)",
            r"detail\w* (on|about|of|regarding) (the )?steps|(详细|更多).{0,30}(防止|预防)|(防止|预防).{0,30}(详细|更多)",
        )
    )
    stated = re.search(
        r"plan (of action )?(is|was) (not |in)|not a (valid|complete|acceptable) plan|计划(不|并不|未|尚不)|(计划|改善計画).{0,6}不(十分|完全|足)"
        r"|plan.{0,40}unvollständig",
        whole,
    )
    return parts < 3 and bool(named or (stated and parts == 0) or parts)


def _business_days_on(day: dt.date, count: int, marketplace: str) -> dt.date:
    """`count` business days of the store's country after `day`."""
    return business_day(dt.datetime.combine(day, dt.time(12), dt.UTC), count, marketplace).date()
