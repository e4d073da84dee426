"""What a notice demands, and the route that follows from it."""

from __future__ import annotations

import re

from appeal_core.case import Ask, Span
from appeal_core.catalog.cue_loader import ask_cues
from appeal_core.notice.reading import Line, Reading, cues_of

_PLAN = {"root_cause", "corrective_actions", "prevention", "plan_of_action"}
_GROUNDS = {"compliance_evidence", "error_explanation", "document_explanation", "non_infringement_proof"}
_BESIDE = {
    "phone_call",
    "quiz",
    "other_evidence",
    "payment_method",
    "logistics_reasons",
    "listings_closed",
    "per_violation",
}
_DATA = {"responsible_person", "registration_number", "contact_details", "secure_account", "listing_changes"}
_ITEM = re.compile(r"\s*(?:[-–—•·*●▪]|\(?\d{1,2}[.)、])")  # the sign before an item of a list
_FIXED = {"legal", "reactivate_other_account", "data_entry"}
_DEMAND = re.compile(
    r"\b(please|provide|submit|send|include|must|need|required?|reply|respond|upload|detail|explain|would like|attempted)\b"
    r"|^\s*(?:[-–—•·*]|\(?\d{1,2}[.)、])|请|提供|提交|说明|需要|包括|包含|致电|提出|ください|下さい|必要|提出|お送り"
    r"|\b(bitte|senden|einreichen|müssen|envíe|proporcione|debe|presente|envoy|veuillez|fourni|devez|invi|fornir|deve)",
    re.IGNORECASE,
)


def find_asks(reading: Reading) -> tuple[Ask, ...]:
    """The demands in the order of the notice, each once, with its sentence."""
    found: dict[str, Ask] = {}
    unwanted = cues_of(ask_cues().not_wanted, reading)
    lines = [line for line in reading.lines if not line.heard.weight(unwanted)]
    for rule in ask_cues().asks:
        cues = cues_of(rule.cues, reading)
        for line in lines:
            if _demands(line, rule.conditional) and line.heard.weight(cues):
                found[rule.code] = Ask(code=rule.code, **line.span.model_dump())
                break
    return tuple(sorted(found.values(), key=lambda ask: (ask.start, ask.code)))


def find_bullets(reading: Reading) -> tuple[Span, ...]:
    """The items of the notice's list that ask for parts of a plan, in its own words."""
    cues = [cues_of(rule.cues, reading) for rule in ask_cues().asks if rule.code in _PLAN]
    return tuple(
        line.span
        for line in reading.lines
        if _ITEM.match(line.span.text) and _demands(line, False) and any(map(line.heard.weight, cues))
    )


def _demands(line: Line, conditional: bool) -> bool:
    if line.heading and line.section != "error":
        return False
    if line.section in ("help", "consequence", "list") or line.standard in (
        "funds",
        "inventory",
        "open_orders",
    ):
        return False
    if line.link and line.section != "how":
        return False
    if line.section in ("how", "error") or conditional:
        return True
    return not line.rule and bool(_DEMAND.search(line.span.text))


def deciding(reading: Reading, asks: tuple[Ask, ...]) -> tuple[str, ...]:
    """The codes that decide the route: what is asked of everyone, before what is offered to those in the right."""
    offered = [(line.span.start, line.span.end) for line in reading.lines if line.section == "error"]
    main = tuple(a.code for a in asks if (a.start, a.end) not in offered)
    return main or tuple(a.code for a in asks)


def find_route(stage: str, cause_route: str | None, asks: tuple[str, ...]) -> str:
    """What Amazon wants back, by the stage, the notice's demands and the cause's usual route."""
    if stage == "not_enforcement":
        return "none"
    if cause_route in _FIXED:
        return str(cause_route)
    wanted = set(asks)
    if "reactivated_account" in wanted:
        return "reactivate_other_account"
    papers = wanted - _PLAN - _GROUNDS - _BESIDE - _DATA
    if wanted & _PLAN:
        return "plan_and_documents" if papers else "plan_of_action"
    if papers:
        return "documents"
    if "document_explanation" in wanted or "compliance_evidence" in wanted:
        return "dispute"
    if cause_route:
        return cause_route
    if wanted & _DATA:
        return "data_entry"
    if "error_explanation" in wanted or "non_infringement_proof" in wanted:
        return "dispute"
    if stage == "review":
        return "wait"
    return "unknown"
