"""`diagnose` and `reply`: a document of Amazon's, read and put into the contract's words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from appeal_core.case import Diagnosis, Span
from appeal_core.language import Lang, say
from appeal_core.text import read_document

if TYPE_CHECKING:
    from appeal_core.follow_up.replies import ReplyReading


def diagnosis_of(data: bytes, name: str) -> Diagnosis:
    """A notice file's diagnosis, with a warning where its sender is not Amazon. Raises `BadInput`."""
    from appeal_core.notice import diagnose

    document = read_document(data, name)
    received = document.sent_at.date() if document.sent_at else None
    return diagnose(document.text, sender=document.sender, received=received)


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def diagnosis_json(found: Diagnosis, lang: Lang) -> dict[str, Any]:
    """The contract's object for a diagnosis."""
    return {
        "text": found.text,
        "language": found.language,
        "stage": found.stage,
        "scope": found.scope,
        "marketplace": found.marketplace,
        "causes": [
            {"code": c.code, "score": round(c.score, 3), "evidence": [_span(e) for e in c.evidence]}
            for c in found.causes
        ],
        "route": found.route,
        "asks": [{"code": a.code, **_span(a)} for a in found.asks],
        "asins": list(found.asins),
        "order_ids": list(found.order_ids),
        "complaint_ids": list(found.complaint_ids),
        "emails": list(found.emails),
        "accounts": list(found.accounts),
        "deadline": found.deadline.model_dump(mode="json") if found.deadline else None,
        "accepted_files": list(found.accepted_files),
        "plan_languages": list(found.plan_languages),
        "windows": [{"days": w.days, **_span(w)} for w in found.windows],
        "details": [_span(d) for d in found.details],
        "figures": [f.model_dump() for f in found.figures],
        "questions": [
            {"id": q.id, "text": q.text.in_(lang), "why": q.why.in_(lang)} for q in found.questions
        ],
        "warnings": [
            {"code": w.code, "text": w.text.in_(lang), "start": w.start, "end": w.end} for w in found.warnings
        ],
    }


def diagnosis_text(found: Diagnosis, lang: Lang) -> str:
    """A diagnosis for a person."""
    from appeal_core.catalog import cause, routes, vocabulary

    lines = []
    for c in found.causes:
        lines.append(f"{cause(c.code).name.in_(lang)} ({c.score:.2f})")
        lines += [f"    “{e.text.strip()}”" for e in c.evidence]
    if not found.causes:
        lines.append(say("No cause is stated.", lang))
    for label, name, value in (("Stage", "stages", found.stage), ("Scope", "scopes", found.scope)):
        lines.append(f"{say(label, lang)}: {vocabulary(name)[value].name.in_(lang)}")
    lines.append(f"{say('Route', lang)}: {routes()[found.route].name.in_(lang)}")
    names = vocabulary("asks")
    lines += [
        f"- {names[a.code].name.in_(lang) if a.code in names else a.code}: “{a.text.strip()}”"
        for a in found.asks
    ]
    lines += _deadline_text(found, lang)
    lines += [f"? {q.text.in_(lang)}" for q in found.questions]
    lines += [f"! {w.text.in_(lang)}" for w in found.warnings]
    return "\n".join(lines)


def _deadline_text(found: Diagnosis, lang: Lang) -> list[str]:
    if found.deadline is None:
        return []
    if found.deadline.hours is not None:
        return [say("Deadline: {hours} hours from the notice", lang, hours=found.deadline.hours)]
    if found.deadline.date is not None:
        return [say("Deadline: {day}", lang, day=found.deadline.date)]
    return [say("Deadline: “{words}”", lang, words=found.deadline.text)]


def reply_of(data: bytes, name: str, received: dt.date | None, marketplace: str | None) -> ReplyReading:
    """What Amazon's answer means. Raises `BadInput` for a file without text."""
    from appeal_core.follow_up.replies import read_reply

    return read_reply(read_document(data, name).text, received, marketplace)


def reply_json(found: ReplyReading, lang: Lang) -> dict[str, Any]:
    """The contract's object for a reply."""
    return {
        "text": found.text,
        "outcome": found.outcome,
        "named": [_span(n) for n in found.named],
        "next_letter": found.next_letter,
        "evidence": [_span(e) for e in found.evidence],
        "wait_until": found.wait_until.isoformat() if found.wait_until else None,
        "advice": found.advice.in_(lang),
    }


def reply_text(found: ReplyReading, lang: Lang) -> str:
    """A reply for a person."""
    from appeal_core.catalog import vocabulary

    lines = [vocabulary("outcomes")[found.outcome].name.in_(lang)]
    lines += [f"    “{e.text.strip()}”" for e in found.evidence]
    lines += [f"- {n.text.strip()}" for n in found.named]
    return "\n".join([*lines, found.advice.in_(lang)])
