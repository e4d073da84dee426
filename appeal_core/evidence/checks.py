"""Exhibits against the rules of their kinds, and the notice's demands against the exhibits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from appeal_core.case import Ask, Exhibit
from appeal_core.catalog import evidence_kinds, vocabulary
from appeal_core.catalog.entries import EvidenceKind, EvidenceRule
from appeal_core.evidence.file_types import accepted_types, ask_papers, type_of_name
from appeal_core.evidence.inspection import FileFacts
from appeal_core.language import Bilingual, Frozen, Message, message

State = Literal["met", "failed", "ask", "unknown"]


class ExhibitCheck(Frozen):
    """One rule at one exhibit, or one demand without a paper (`exhibit` is empty then).

    `state`: met; failed; ask (only the seller can see it: answer yes or no); unknown (something
    must be filled in first). `found` says what was seen; `path` is the case's field that settles it.
    """

    exhibit: str
    ask: str = ""
    rule: str
    state: State
    text: Bilingual
    found: Message
    path: str = ""
    status: str = "verified"
    source: str = ""


class _Given(NamedTuple):
    exhibits: Mapping[str, Exhibit]
    files: Mapping[str, FileFacts]
    notice_day: dt.date | None
    sending_day: dt.date | None
    accepted: tuple[str, ...]
    units_sold: int | None


class _Seen(NamedTuple):
    state: State
    found: Message
    field: str = ""


def check_exhibits(
    exhibits: Mapping[str, Exhibit],
    asks: Iterable[Ask],
    notice_day: dt.date | None,
    accepted_files: tuple[str, ...] = (),
    *,
    files: Mapping[str, FileFacts] | None = None,
    sending_day: dt.date | None = None,
    units_sold: int | None = None,
    kinds: Mapping[str, EvidenceKind] | None = None,
) -> tuple[ExhibitCheck, ...]:
    """Every rule at every exhibit, then every demand that wants a paper and has none.

    `exhibits` by id as in the case; `accepted_files` the extensions that the notice lists; `files`
    the facts of the stored files by sha256 (see `inspect_file`); `sending_day` the day of sending,
    for papers that age until then; `units_sold` what invoices must cover; `kinds` the catalogue's.
    """
    given = _Given(exhibits, files or {}, notice_day, sending_day, accepted_types(accepted_files), units_sold)
    known = evidence_kinds() if kinds is None else kinds
    found: list[ExhibitCheck] = []
    for key, exhibit in exhibits.items():
        found += _file_checks(key, exhibit, given)
        kind = known.get(exhibit.kind)
        found += [_rule_check(key, exhibit, rule, given) for rule in (kind.rules if kind else ())]
    return (*found, *_open_asks(exhibits.values(), asks))


def _rule_check(key: str, exhibit: Exhibit, rule: EvidenceRule, given: _Given) -> ExhibitCheck:
    seen = _SEEN[rule.check](exhibit, rule, given)
    return ExhibitCheck(
        exhibit=key,
        ask=exhibit.answers or "",
        rule=rule.id,
        state=seen.state,
        text=rule.text,
        found=seen.found,
        path=f"exhibits.{key}.{seen.field}" if seen.field else "",
        status=rule.status,
        source=rule.source,
    )


def _age(exhibit: Exhibit, rule: EvidenceRule, given: _Given) -> _Seen:
    issued = exhibit.issued_on
    base = given.sending_day if rule.counted_from == "sending" else given.notice_day
    base = base or given.notice_day
    if issued is None:
        return _Seen("unknown", message("Fill in the day on which it was issued."), "issued_on")
    if base is None or rule.limit is None:
        return _Seen("unknown", message("The day of the notice is not known yet."))
    days = (base - issued).days
    if days < 0:
        found = message(
            "Issued on {issued}, after {base}: see whether the notice accepts it.", issued=issued, base=base
        )
        return _Seen("ask", found, "issued_on")
    found = message("Issued on {issued}: {days} days before {base}; the limit is {limit}.",
                    issued=issued, days=days, base=base, limit=rule.limit)  # fmt: skip
    return _Seen("met" if days <= rule.limit else "failed", found, "issued_on")


def _file_type(exhibit: Exhibit, rule: EvidenceRule, given: _Given) -> _Seen:
    facts = given.files.get(exhibit.sha256)
    kind = facts.type if facts else type_of_name(exhibit.file_name)
    if not exhibit.file_name:
        return _Seen("unknown", message("No file is added yet."), "file_name")
    accepted = ", ".join(t.upper() for t in given.accepted)
    if kind in given.accepted:
        return _Seen("met", message("The file is {type}.", type=kind.upper()), "file_name")
    found = message("The file {name} is none of those accepted here: {accepted}. Save or scan it anew as one of them.",
                    name=exhibit.file_name, accepted=accepted)  # fmt: skip
    return _Seen("failed", found, "file_name")


def _file_size(exhibit: Exhibit, rule: EvidenceRule, given: _Given) -> _Seen:
    if not exhibit.size or rule.limit is None:
        return _Seen("unknown", message("No file is added yet."), "file_name")
    megabytes = f"{exhibit.size / 1_000_000:.1f}"
    found = message("The file has {size} MB; the limit is {limit} MB.", size=megabytes, limit=rule.limit)
    return _Seen("met" if exhibit.size < rule.limit * 1_000_000 else "failed", found, "file_name")


def _quantity(exhibit: Exhibit, rule: EvidenceRule, given: _Given) -> _Seen:
    needed = rule.limit if rule.limit is not None else given.units_sold
    alike = [e for e in given.exhibits.values() if e.kind == exhibit.kind]
    counts = [_units(e) for e in alike]
    if _units(exhibit) is None:
        return _Seen("unknown", message("Fill in how many units it shows."), "fields.units")
    units = sum(c for c in counts if c is not None)
    if needed is None:
        return _asked(exhibit, rule, given)
    found = message(
        "Papers of this kind show {units} units; {needed} are needed.", units=units, needed=needed
    )
    return _Seen("met" if units >= needed else "failed", found, "fields.units")


def _units(exhibit: Exhibit) -> int | None:
    text = exhibit.fields.get("units", "").replace(",", "").replace("，", "").strip()
    return int(text) if text.isdigit() else None


def _asked(exhibit: Exhibit, rule: EvidenceRule, given: _Given) -> _Seen:
    field = f"fields.{rule.id}"
    answer = exhibit.fields.get(rule.id, "")
    if answer == "yes":
        return _Seen("met", message("You have looked: it does."), field)
    if answer == "no":
        return _Seen("failed", message("You have looked: it does not."), field)
    return _Seen("ask", message("Look at the paper and answer."), field)


_SEEN = {
    "age_days": _age, "file_type": _file_type, "file_size": _file_size, "quantity": _quantity,
    "asked": _asked,
}  # fmt: skip


def _file_checks(key: str, exhibit: Exhibit, given: _Given) -> list[ExhibitCheck]:
    path = f"exhibits.{key}.file_name"
    if not exhibit.sha256:
        return [_plain(key, "file_added", "failed", message("No file is added yet."), path)]
    found = []
    facts = given.files.get(exhibit.sha256)
    if facts and facts.encrypted:
        text = message("The PDF opens only with a password. Save it without one and add it anew.")
        found.append(_plain(key, "no_password", "failed", text, path))
    if facts and not facts.name_matches:
        text = message("The name {name} does not say what the file is ({type}). Add it with the right ending.",
                       name=exhibit.file_name, type=facts.type.upper())  # fmt: skip
        found.append(_plain(key, "name_matches", "failed", text, path))
    others = [k for k, e in given.exhibits.items() if e.sha256 == exhibit.sha256 and k != key]
    if others:
        found.append(_plain(key, "added_once", "failed", message("The same file is added twice."), path))
    return found


_PLAIN = {
    "file_added": Bilingual(en="The file is there.", zh="文件已添加。"),
    "no_password": Bilingual(en="The file opens without a password.", zh="文件无需密码即可打开。"),
    "name_matches": Bilingual(en="The file's name fits its content.", zh="文件扩展名与内容一致。"),
    "added_once": Bilingual(en="Each file is one exhibit.", zh="每个文件只作为一份附件。"),
    "answered": Bilingual(en="Every paper that the notice asks for is there.", zh="通知要求的文件均已提供。"),
}


def _plain(key: str, rule: str, state: State, found: Message, path: str = "", ask: str = "") -> ExhibitCheck:
    source = "Amazon, Seller Forums 606a3af8" if rule == "no_password" else ""
    return ExhibitCheck(exhibit=key, ask=ask, rule=rule, state=state, text=_PLAIN[rule], found=found, path=path, source=source)  # fmt: skip


def _open_asks(exhibits: Iterable[Exhibit], asks: Iterable[Ask]) -> list[ExhibitCheck]:
    answered = {e.answers for e in exhibits}
    found = []
    for code in dict.fromkeys(a.code for a in asks):
        if code in ask_papers() and code not in answered:
            named = vocabulary("asks").get(code)
            text = message("No exhibit answers this demand yet: {ask}.", ask=named.name if named else code)
            found.append(_plain("", "answered", "failed", text, ask=code))
    return found
