"""Which file of the catalogue holds which kind of entries; what other rooms read is added by the caller."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from appeal_core.catalog import cause_entries, cue_entries, entries, guides, report_entries
from appeal_core.catalog.draft_profiles import DraftProfiles
from appeal_core.catalog.route_questions import RouteQuestion
from appeal_core.catalog.useful_reports import UsefulReports
from appeal_core.language import Frozen


class FileKind(Frozen):
    """What a knowledge file holds: entries of `kind`, a list of them or a single one."""

    kind: type[BaseModel]
    listed: bool = True


Kinds = Mapping[str, FileKind]

_WHOLE = {
    "report_kinds.yaml": report_entries.ReportCatalog, "useful_reports.yaml": UsefulReports,
    "draft_profiles.yaml": DraftProfiles,
    "notice_structure.yaml": cue_entries.NoticeStructure, "notice_states.yaml": cue_entries.NoticeStates,
    "ask_cues.yaml": cue_entries.AskCues, "no_notice.yaml": cue_entries.NoNoticePath,
    "reply_meanings.yaml": cue_entries.ReplyMeanings,
}  # fmt: skip
_LISTS = {
    "marketplaces.yaml": entries.Marketplace, "metrics.yaml": entries.Metric, "roles.yaml": entries.Role,
    "evidence.yaml": entries.EvidenceKind, "routes.yaml": entries.Route, "submission.yaml": guides.Guide,
    "stages.yaml": entries.Named, "scopes.yaml": entries.Named, "asks.yaml": entries.Named,
    "outcomes.yaml": entries.Named, "route_questions.yaml": RouteQuestion,
    "warnings.yaml": cue_entries.WarningCues, "questions.yaml": cue_entries.QuestionEntry,
    "replies.yaml": cue_entries.ReplyCues,
}  # fmt: skip
FOLDERS: dict[str, type[BaseModel]] = {"causes": cause_entries.Cause, "cues": cue_entries.CauseCues}
KINDS: Kinds = {
    **{name: FileKind(kind=kind, listed=False) for name, kind in _WHOLE.items()},
    **{name: FileKind(kind=kind) for name, kind in _LISTS.items()},
}
