"""Which root causes of the catalogue the defects speak for, and which against: hypotheses, never conclusions."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from appeal_core.case.measurements import Driver, Hypothesis, Measurement, Measurements
from appeal_core.catalog.cause_entries import RootCause
from appeal_core.language import Bilingual, Message, message
from appeal_core.metrics.turning import (
    ALL,
    BY,
    EVEN,
    FEW,
    GATHERED,
    GATHERING,
    LIFTED,
    MANY,
    would_change,
)
from appeal_core.metrics.value_names import VALUES

_REASONS = ("reason", "return_reason", "defect_type", "tracking_fault", "confirmation")


_Said = tuple[float, Message]


def evidence_for(
    root_causes: Iterable[RootCause], measurement: Measurement | Measurements | None, defects: pd.DataFrame
) -> tuple[Hypothesis, ...]:
    """The root causes of a cause, those with most evidence first; equal ones as the catalogue lists them.

    `measurement`: the metric's own (of `Measurements`, the first with drivers is taken). `defects`: the defect
    list; its rows of that metric that count are looked at. Data can make a root cause likely or unlikely; the seller's check decides.
    """
    one = _with_drivers(measurement)
    if one is not None and "metric" in defects:
        defects = defects[defects["metric"] == one.code]
    if "counts" in defects:
        defects = defects[defects["counts"].astype(bool)]
    found = [_hypothesis(root, one, defects) for root in root_causes]
    return tuple(sorted(found, key=lambda h: -h.score))


def _hypothesis(root: RootCause, measurement: Measurement | None, defects: pd.DataFrame) -> Hypothesis:
    said = [_named_in_reasons(root, defects)]
    for signal in root.check.signals:
        top = next((d for d in measurement.drivers if d.by == signal), None) if measurement else None
        if top is not None and signal in GATHERING:
            said.append(_gathering(top, measurement))
    told = [s for s in said if s is not None]
    score = round(sum(weight for weight, _ in told), 3)
    if not told:
        unknown = message("Your files do not show this either way; the check below decides.")
        return Hypothesis(
            root_cause=root.id, stands="unknown", score=0.0, evidence=(unknown,),
            would_change=would_change(root, measurement, defects),
        )  # fmt: skip
    told.sort(key=lambda s: -s[0])
    return Hypothesis(
        root_cause=root.id,
        stands="for" if score > 0 else "against",
        score=score,
        evidence=tuple(text for _, text in told),
        would_change=would_change(root, measurement, defects),
    )


def _gathering(top: Driver, measurement: Measurement | None) -> _Said | None:
    """Defects that gather where orders do not speak for it; those that spread as the orders do speak against."""
    if top.lift is None or top.share >= ALL:
        return None
    total = (measurement.defects if measurement and measurement.defects else None) or round(
        top.defects / top.share
    )
    by = BY.get(top.by, Bilingual(en=top.by, zh=top.by))
    if top.share >= GATHERED and top.lift >= LIFTED and top.defects >= FEW:
        value = VALUES.get(top.value, top.value)
        text = message(
            "{defects} of {total} defects fall on one {by}: {value}.", defects=top.defects, total=total, by=by,
            value=value,
        )  # fmt: skip
        return top.share * min(top.lift, 4.0) ** 0.5, text
    if top.lift <= EVEN and total >= MANY:
        text = message(
            "The defects spread over the {by} as the orders do; the most on one is {defects} of {total}.", by=by,
            defects=top.defects, total=total,
        )  # fmt: skip
        return -0.3, text
    return None


def _named_in_reasons(root: RootCause, defects: pd.DataFrame) -> _Said | None:
    if not root.reasons or defects.empty:
        return None
    texts = _texts(defects)
    if not (texts != "").any():
        return None
    pattern = "|".join(_pattern(w) for w in root.reasons if w.strip())
    hits = int(texts.str.contains(pattern, regex=True).sum())
    if hits:
        text = message(
            "{hits} of {total} listed defects name a reason that points here.", hits=hits, total=len(defects)
        )
        return 0.5 + hits / len(defects), text
    if root.check.signals and not set(root.check.signals) & set(GATHERING):
        return -0.2, message(
            "None of the {total} listed defects names a reason that points here.", total=len(defects)
        )
    return None


def _texts(defects: pd.DataFrame) -> pd.Series:
    """All that the files say of why, a text a defect, with the codes written out in both languages."""
    whole = pd.Series("", index=defects.index)
    for column in (c for c in _REASONS if c in defects):
        whole = whole + " | " + defects[column].astype("str")
    return whole.map({text: _written_out(text) for text in whole.unique()})


def _written_out(text: str) -> str:
    parts = dict.fromkeys(p for p in text.split(" | ") if p)
    names = [VALUES[p] for p in parts if p in VALUES]
    words = [*parts, *(f"{n.en} {n.zh}" for n in names)]
    return " ".join(words).casefold().replace("_", " ")


def _pattern(word: str) -> str:
    word = word.casefold().replace("_", " ").strip()
    return rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)


def _with_drivers(given: Measurement | Measurements | None) -> Measurement | None:
    if isinstance(given, Measurements):
        return max(
            given.metrics, key=lambda m: (bool(m.drivers), m.window.days if m.window else 0), default=None
        )
    return given
