"""A draft becomes a case: what can be read is filled in as the seller's own words, the rest is named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Literal, TypeVar

from appeal_core.case import OWN, ActionAnswer, Case, Diagnosis, MeasureAnswer, RootCauseAnswer, Words
from appeal_core.catalog import causes, marketplaces
from appeal_core.journey import notices
from appeal_core.journey.tasks import required
from appeal_core.journey.understanding import with_causes
from appeal_core.language import BadInput, Frozen, Lang, Message, message
from appeal_core.review.context import Context
from appeal_core.review.dates import days_in
from appeal_core.review.draft import Item, language_of
from appeal_core.review.knowledge import knowledge
from appeal_core.review.measures import cell_under
from appeal_core.review.parts import cut

Part = Literal["root_cause", "actions", "prevention"]
_Answer = TypeVar("_Answer", RootCauseAnswer, ActionAnswer, MeasureAnswer)
MOST = 12  # statements of a part; a draft with more is not taken over whole
_ORDER = re.compile(r"(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])")
_EXHIBIT = re.compile(r"(?:Exhibit|Attachment|Annex|附件) ?([A-Z]|\d{1,2})(?![A-Za-z\d])")
_MARK = re.compile(
    r"^[\s>*#_•●–—-]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)、:]?\s+|[（(]?[一二三四五六七八九十]+[）)、]\s*)?"
)
_NAME = re.compile(r"^([^:：.。]{4,60})[:：]\s*(\S.*)$", re.DOTALL)
_COLUMNS = {
    "what": re.compile(r"measure|what|check|action|step|措施|内容|检查"),
    "owner": re.compile(r"who|owner|responsible|负责"),
    "cadence": re.compile(r"how often|frequency|cadence|rhythm|when is|频率|周期"),
    "tool": re.compile(r"tool|report|with what|工具|报告"),
    "trigger": re.compile(r"trigger|acts when|threshold|触发|阈值"),
}
_NEEDED = {"owner", "cadence", "trigger"}


class Taken(Frozen):
    """A statement of the draft and where it goes. `day`: of an action, where the draft names exactly one.

    `cells`: of a measure in a table, what stands under the columns that are known.
    """

    part: Part
    text: str
    name: str = ""
    day: dt.date | None = None
    cells: dict[str, str] = {}


class DraftRead(Frozen):
    """What was read in a draft. `left`: sentences of no part of a plan, which are not taken over.

    `causes`: those of which the draft speaks, for the seller to choose from where no notice states one.
    """

    language: Lang
    taken: tuple[Taken, ...]
    left: tuple[str, ...] = ()
    marketplace: str | None = None
    orders: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()


def read_draft(text: str, today: dt.date) -> DraftRead:
    """The statements of anybody's draft, by their part. `today`: a later day is no day on which a thing was done."""
    items = [i for i in cut(text, Context()).items if i.says_something and _bare(i.text)]
    parts: dict[str, list[Item]] = {}
    for item in items:
        parts.setdefault(item.part, []).append(item)
    kept = [i for p in ("root_cause", "actions", "prevention") for i in parts.get(p, ())[:MOST]]
    return DraftRead(
        language=language_of(text),
        taken=tuple(_taken(i, today) for i in kept),
        left=tuple(_bare(i.text) for i in items if i not in kept),
        marketplace=_marketplace(text),
        orders=tuple(dict.fromkeys(_ORDER.findall(text))),
        exhibits=tuple(dict.fromkeys(_EXHIBIT.findall(text))),
        causes=tuple(c for c, words in knowledge().causes.items() if c in causes() and words.search(text)),
    )


def with_draft(case: Case, read: DraftRead, code: str = "", notice: str = "") -> Case:
    """The case with the notice (where its text is given) and the draft's statements under its cause.

    `code`: the cause that the seller chose where no notice states one. Raises `BadInput` without a cause.
    """
    if notice.strip():
        case = notices.with_notice_text(case, notice)
    if not case.causes and code:
        case = with_causes(case, (code,))
    if not case.causes:
        raise BadInput("The cause is not known yet. Paste the notice, or choose the cause that it names.")
    if not case.notices and read.marketplace:
        case = case.replace(seller=case.seller.model_copy(update={"marketplace": read.marketplace}))
    for one in read.taken:
        case = _with(case, one, case.causes[0], read.language)
    return case


def missing(case: Case, read: DraftRead) -> tuple[Message, ...]:
    """What the case still lacks after the draft was taken over, each once."""
    found = [r.what for r in required(case) if not r.answered and not r.path.endswith(".done_on")]
    undated = sum(1 for one in read.taken if one.part == "actions" and one.day is None)
    if undated:
        found.append(message("the days of actions ({n}): the draft names none, or several", n=undated))
    loose = sum(1 for one in read.taken if one.part == "prevention" and not set(one.cells) >= _NEEDED)
    if loose:
        found.append(message("owner, rhythm and trigger of measures ({n})", n=loose))
    if read.exhibits and not case.exhibits:
        found.append(message("the papers that the draft names: {letters}", letters=", ".join(read.exhibits)))
    return tuple({m.in_("en"): m for m in found}.values())


def stated_cause(diagnosis: Diagnosis | None) -> str:
    """The cause that a notice surely states; empty where it states none."""
    sure = [c.code for c in diagnosis.causes if c.score >= 0.7] if diagnosis else []
    return sure[0] if sure else ""


def _taken(item: Item, today: dt.date) -> Taken:
    text = _bare(item.text)
    if item.part == "prevention":
        cells = {
            k: c for k, column in _COLUMNS.items() if item.kind == "row" and (c := cell_under(item, column))
        }
        what = cells.pop("what", "") or (item.cells[0] if item.kind == "row" else text)
        return Taken(part="prevention", text=what, cells=cells)
    if item.kind == "row":
        text = "; ".join(c for c in item.cells if c)
    if item.part == "actions":
        named_days = days_in(text, today)
        days = {n.day for n in named_days if n.day and n.day <= today}
        if len(days) != 1 or len({n.day for n in named_days}) != 1:
            return Taken(part="actions", text=text)
        return Taken(part="actions", text=_undated(text, named_days[0].text), day=days.pop())
    named = _NAME.match(text)
    if named and len(named[1].split()) <= 9:
        return Taken(part="root_cause", name=named[1].strip(), text=_capital(named[2].strip()))
    return Taken(part="root_cause", text=text)


def _undated(text: str, day: str) -> str:
    """An action without the day at its beginning: the letter prints the day before it."""
    return re.sub(rf"^(?:On )?{re.escape(day)}\s*[,:，：]?\s*", "", text) or text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _with(case: Case, one: Taken, code: str, lang: Lang) -> Case:
    """The statement as an own answer; one whose words are there already is not added twice."""
    words = Words(**{lang: one.text})
    if one.part == "root_cause":
        name = Words(**{lang: one.name}) if one.name else Words()
        root = RootCauseAnswer(cause=code, check="yes", chosen=True, name=name, text=words)
        return case.replace(
            root_causes=_added(case.root_causes, root, [a.text for a in case.root_causes.values()])
        )
    if one.part == "actions":
        action = ActionAnswer(cause=code, chosen=True, done_on=one.day, text=words)
        return case.replace(actions=_added(case.actions, action, [a.text for a in case.actions.values()]))
    cells = {k: Words(**{lang: v}) for k, v in one.cells.items() if k != "owner"}
    measure = MeasureAnswer(cause=code, chosen=True, owner=one.cells.get("owner", ""), what=words, **cells)
    return case.replace(measures=_added(case.measures, measure, [m.what for m in case.measures.values()]))


def _added(answers: dict[str, _Answer], new: _Answer, known: Iterable[Words]) -> dict[str, _Answer]:
    if (new.what if isinstance(new, MeasureAnswer) else new.text) in known:
        return answers
    key = next(k for n in range(1, len(answers) + 2) if (k := f"{OWN}draft{n}") not in answers)
    return {**answers, key: new}


def _bare(text: str) -> str:
    """A statement without its number or bullet, on one line."""
    return " ".join(_MARK.sub("", text, count=1).strip("*_ ").split())


def _marketplace(text: str) -> str | None:
    """The one Amazon store whose address stands in the text."""
    found = {
        code
        for code, store in marketplaces().items()
        if re.search(rf"(?<![\w.]){re.escape(store.domain)}(?!\.?\w)", text, re.IGNORECASE)
    }
    return found.pop() if len(found) == 1 else None
