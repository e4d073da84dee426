"""What only the seller knows: root causes, actions, measures, exhibits, in the seller's words."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from appeal_core.case.diagnosis import Span
from appeal_core.language import Bilingual, Frozen


class Words(Frozen):
    """A slot's content. `en` holds what the English letter prints, `zh` its Chinese twin.

    For kinds that read the same in both languages (dates as ISO, numbers, names, SKUs, a choice's
    code) only `en` is used.
    """

    en: str = ""
    zh: str = ""


OWN = "mine_"  # begins the id of an answer that the catalogue does not hold


class Seller(Frozen):
    """Who writes, and which account."""

    store_name: str = ""
    store_name_zh: str = ""
    legal_name: str = ""
    merchant_token: str = ""
    marketplace: str = "US"
    case_id: str = ""  # Amazon's case or complaint number, when the notice has one
    signatory: str = ""
    signatory_role: str = "owner"  # a role of roles.yaml
    timezone: str = "Asia/Shanghai"


class Understanding(Frozen):
    """What the seller confirmed or corrected of the diagnosis. `None` or empty: as diagnosed."""

    confirmed: bool = False
    causes: tuple[str, ...] = ()
    scope: str | None = None
    stage: str | None = None
    route: str | None = None
    door: Literal["acknowledge", "dispute"] | None = None
    marketplace: str | None = None
    deadline: dt.datetime | None = None
    no_deadline: bool = False  # the notice sets none, whatever was read
    asks: tuple[str, ...] | None = None  # the demands, corrected
    follows: str | None = None  # the route to which corrected causes, demands and the door lead


class Fix(Frozen):
    """What the seller asks of the fix: its day, and another handling time to replay on the past orders."""

    day: dt.date | None = None  # None: the first day on which a corrective action was done
    handling_days: int | None = None  # business days
    skus: str = ""  # only these, as they were typed; empty: all


class RootCauseAnswer(Frozen):
    """One root cause of the catalogue (or `mine_<token>`, in free words) and its check."""

    cause: str  # the cause under which it stands
    check: Literal["yes", "no", "unknown"] | None = None
    found: Words = Words()  # what the check showed
    chosen: bool = False
    orders: int | None = None  # how many defective orders it explains
    name: Words = Words()  # own: its heading
    text: Words = Words()  # own: its sentence
    slots: dict[str, Words] = {}


class ActionAnswer(Frozen):
    """A corrective action: what, when it was done, its proof."""

    cause: str
    chosen: bool = False
    done_on: dt.date | None = None
    exhibit: str | None = None  # an exhibit's id
    text: Words = Words()  # own: its sentence
    slots: dict[str, Words] = {}


class MeasureAnswer(Frozen):
    """A preventive measure. Empty fields follow the catalogue's statement."""

    cause: str
    chosen: bool = False
    owner: str = "owner"  # a role, or a person's name
    starts: dt.date | None = None
    what: Words = Words()  # own
    cadence: Words = Words()
    tool: Words = Words()
    trigger: Words = Words()
    slots: dict[str, Words] = {}


class Exhibit(Frozen):
    """A paper of the seller's, kept as it came."""

    kind: str  # of evidence.yaml
    title: Words = Words()
    file_name: str = ""
    sha256: str = ""
    size: int = 0
    issued_on: dt.date | None = None
    where_to_look: Words = Words()
    answers: str | None = None  # the ask that it meets
    fields: dict[str, str] = {}  # answers to the kind's own rules: units, supplier …


class Coding(Frozen):
    """Defective orders coded in bulk: all those where `by` is `value` have this cause and remedy."""

    metric: str
    by: str  # order, sku, carrier, reason, day
    value: str
    root_cause: str = ""
    reason: str = ""
    remedy: str = ""
    exhibit: str = ""  # the exhibit's id or letter, as the seller gave it
    contest_from: dt.date | None = None  # by order: the day from which its contest's clock runs


class Stood(Frozen):
    """A fact as it stood under a block when the block was edited: its label, and the strings that it gave."""

    label: Bilingual
    values: tuple[str, ...]


class Edit(Frozen):
    """The seller's own words for a block, and the facts that stood under it then."""

    en: str | None = None
    zh: str | None = None
    facts: str = ""  # a digest of the facts and wording at the time of the edit
    offered_en: str = ""  # what the letter said then
    stood: dict[str, Stood] = {}  # those facts, by their ids


class Attempt(Frozen):
    """A sending: when, by which door, which files, the text frozen."""

    sent_at: dt.datetime
    kind: str
    door: str = ""
    text: str = ""
    files: dict[str, str] = {}  # name -> sha256
    exhibits: dict[str, str] = {}  # id -> sha256, as they went along
    who: str = ""  # who sent it
    note: str = ""


class Reply(Frozen):
    """Amazon's answer, as pasted and as read."""

    text: str
    received_on: dt.date
    outcome: str = "unknown"
    named: tuple[Span, ...] = ()  # what it names as missing, in its own words
    confirmed: bool = False


class Conflict(Frozen):
    """Two tabs wrote one field: the stored words and the later ones, both kept."""

    yours: str
    theirs: str
    at: dt.datetime
