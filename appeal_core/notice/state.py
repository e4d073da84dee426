"""How far an enforcement has gone, and what it switches off."""

from __future__ import annotations

from appeal_core.catalog.cue_entries import CodedCues
from appeal_core.catalog.cue_loader import notice_states
from appeal_core.notice.reading import Line, Reading, cues_of

_WEAK = 0.7
_STATED_OFF = ("deactivated", "seller_fulfilled_off", "refused", "final", "more_information")
_SWITCHED_OFF = ("deactivated", "seller_fulfilled_off", "listing_removed")
_SCOPES = {
    "deactivated": "account", "seller_fulfilled_off": "seller_fulfilled", "listing_removed": "listing",
}  # fmt: skip


def find_stage(reading: Reading, causes: tuple[str, ...], asks: tuple[str, ...]) -> str:
    """The stage of the newest message."""
    if not causes and not reading.from_amazon:
        return "not_enforcement"
    weights = {rule.code: _weight(rule, reading) for rule in notice_states().stages}
    if weights["not_enforcement"] and not any(weights[s] for s in _STATED_OFF):
        rest = [c for c in causes if c != "funds_reserve"]
        if weights["not_enforcement"] > _WEAK or not (rest or weights["listing_removed"]):
            return "not_enforcement"
    if (
        not weights["final"]
        and 0 < weights["refused"] < _WEAK
        and (weights["more_information"] or "prevention" in asks)
    ):
        return "more_information"
    if weights["more_information"] < _WEAK and any(weights[s] >= _WEAK for s in _SWITCHED_OFF):
        weights["more_information"] = 0.0
    if 0 < weights["deactivated"] < _WEAK and not _money_held(reading):
        weights["deactivated"] = 0.0
    for code, weight in weights.items():
        if weight and code != "not_enforcement":
            return code
    if causes == ("funds_reserve",):
        return "not_enforcement"
    return "unknown"


def _money_held(reading: Reading) -> bool:
    """Money is held back with an account, not with a listing."""
    return any(line.standard == "funds" for line in reading.lines)


def _weight(rule: CodedCues, reading: Reading) -> float:
    cues = cues_of(rule.cues, reading)
    return max((line.heard.weight(cues) for line in reading.lines if _counts(line, rule)), default=0.0)


def _counts(line: Line, rule: CodedCues) -> bool:
    if line.section == "help" and not line.heading:
        return False
    return rule.conditional or not line.conditional


def find_scope(reading: Reading, stage: str, usual: str | None) -> str:
    """What is switched off: as the notice says, else as the stage means, else as the cause usually goes."""
    if stage == "not_enforcement":
        return "funds" if usual == "funds" else "unknown"
    for rule in notice_states().scopes:
        if _weight(rule, reading) and stage not in ("deactivated", "listing_removed"):
            return rule.code
    if stage in _SCOPES:
        return _SCOPES[stage]
    return _subject(reading) or usual or "unknown"


def _subject(reading: Reading) -> str | None:
    """What the newest message is about to bring back or switch off."""
    rules = {rule.code: rule for rule in notice_states().stages}
    for stage, scope in _SCOPES.items():
        cues = cues_of(rules[stage].cues, reading)
        if any(line.heard.weight(cues) > _WEAK for line in reading.lines):
            return scope
    whole = " ".join(line.heard.lowered for line in reading.lines)
    if any(
        word in whole
        for word in (
            "your account",
            "selling account",
            "seller account",
            "您的账户",
            "卖家账户",
            "アカウント",
        )
    ):
        return "account"
    return None
