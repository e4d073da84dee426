"""`catalog check`: every knowledge file of every room checked, for the command line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import create_model

from appeal_core.catalog.check import Catalogue, Checked
from appeal_core.catalog.cue_entries import Cues
from appeal_core.catalog.entries import Entry
from appeal_core.catalog.loader import FOLDER, read_yaml
from appeal_core.catalog.registry import FileKind
from appeal_core.language import BadInput, Lang, say
from appeal_core.text.cues import compiled, parts_of
from appeal_core.text.folding import fold
from appeal_core.text.listen import Heard, spoken
from appeal_core.text.tongue import languages

_OLDEST = 10  # entries printed for a person


class PatternEar:
    """Cues heard as the reading of notices hears them."""

    def fault(self, pattern: str) -> str:
        """Why a pattern is no regular expression, or would stand in any sentence; empty where it is good."""
        for part in parts_of(pattern):
            try:
                if compiled(part).search(""):
                    return "it stands in an empty sentence"
            except re.error as error:
                return str(error)
        return ""

    def weight(self, cues: Cues, sentence: str) -> float:
        """The weight of the surest cue of the sentence's languages."""
        return Heard(fold(sentence)).weight(spoken(cues, languages(sentence)))


def check(folder: Path = FOLDER) -> Checked:
    """The catalogue in `folder`, checked. Raises `BadInput` where there is no such folder."""
    from appeal_core.evidence.file_types import AskPapers, FileType
    from appeal_core.follow_up.clocks import ClockRule
    from appeal_core.letter.template import FOLDER as TEMPLATES
    from appeal_core.metrics import contest_rules, tracking_rules, turning
    from appeal_core.review.knowledge import PhraseGroup, ReviewWords

    if not folder.is_dir():
        raise BadInput(
            "There is no folder {folder}. Name the folder that holds the knowledge files.", folder=str(folder)
        )
    kinds = {
        "ask_papers.yaml": FileKind(kind=AskPapers), "file_types.yaml": FileKind(kind=FileType),
        "clocks.yaml": FileKind(kind=ClockRule), "contests.yaml": FileKind(kind=contest_rules.ContestRule),
        "tracking_patterns.yaml": FileKind(kind=tracking_rules.TrackingRules, listed=False),
        "review_phrases.yaml": FileKind(kind=ReviewWords, listed=False),
    }  # fmt: skip
    words = {p.name for p in folder.glob("review_*.yaml")} - set(kinds)  # further files of phrases
    phrases = create_model("Phrases", __base__=Entry, phrases=(tuple[PhraseGroup, ...], ...))
    kinds |= {name: FileKind(kind=phrases, listed=False) for name in words}
    if (folder / "promises.yaml").exists():
        from appeal_core.follow_up.promises import Rhythm

        kinds["promises.yaml"] = FileKind(kind=Rhythm)
    references = {
        AskPapers: {"code": "asks", "kinds": "evidence"},
        ClockRule: {"stages": "stages", "scopes": "scopes"},
        contest_rules.ContestRule: {"metric": "metrics"},
        ReviewWords: {"causes": "causes", "asks": "asks"},
    }  # fmt: skip
    letters = frozenset(read_yaml(TEMPLATES / "kinds.yaml")["names"])
    books = {"letters": letters | {"none"}, "drivers": frozenset(turning.BY) | {"cancel_reason"}}
    return Catalogue(folder, PatternEar(), kinds, references, books).checked()


def as_json(found: Checked, lang: Lang) -> dict[str, Any]:
    """The outcome as one object; lines are `null` where a fault has none."""
    return {
        "files": found.files,
        "entries": found.entries,
        "faults": [{"file": f.file, "line": f.line, "text": f.text.in_(lang)} for f in found.faults],
        "oldest": [o.model_dump(mode="json") for o in found.oldest],
    }


def as_text(found: Checked, lang: Lang) -> str:
    """Each fault as `file:line: fault`; then what was last checked longest ago."""
    lines = [f"{f.file}:{f.line or 1}: {' '.join(f.text.in_(lang).split())}" for f in found.faults]
    lines.append(say("{files} files, {entries} entries, {faults} faults.", lang, files=found.files,
                     entries=found.entries, faults=len(found.faults)))  # fmt: skip
    if found.oldest:
        lines += ["", say("Last checked longest ago:", lang)]
    lines += [
        f"{o.checked_on}  {o.status:10}  {o.file}:{o.line or 1}  {o.entry}" for o in found.oldest[:_OLDEST]
    ]
    return "\n".join(lines)
