"""Where findings lie in a text: stretches that do not overlap, for a page that marks them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from appeal_core.case import SEVERITIES, Finding, Severity


@dataclass(frozen=True)
class Stretch:
    """Some characters of a text with the gravest severity that lies over them.

    `opens`: the numbers of the findings that begin here; each placed finding begins in exactly one stretch.
    """

    start: int
    end: int
    severity: Severity
    opens: tuple[int, ...] = ()


def stretches(numbered: Iterable[tuple[int, Finding]], length: int) -> tuple[Stretch, ...]:
    """The marked stretches of a text of `length` characters, in reading order.

    A finding without a place, or with one outside the text, gives none.
    """
    begins: dict[int, list[tuple[int, Severity]]] = defaultdict(list)
    ends: dict[int, list[Severity]] = defaultdict(list)
    for number, finding in numbered:
        start, end = finding.start, finding.end
        if start is not None and end is not None and 0 <= start < end <= length:
            begins[start].append((number, finding.severity))
            ends[end].append(finding.severity)
    found: list[Stretch] = []
    over: Counter[Severity] = Counter()
    for left, right in pairwise(sorted({*begins, *ends})):
        over.subtract(ends[left])
        over.update(severity for _, severity in begins[left])
        gravest = next((s for s in SEVERITIES if over[s] > 0), None)
        if gravest:
            _add(found, Stretch(left, right, gravest, tuple(number for number, _ in begins[left])))
    return tuple(found)


def _add(found: list[Stretch], new: Stretch) -> None:
    """A stretch in which nothing begins goes on with the one before it, where it is as grave."""
    last = found[-1] if found else None
    if last and last.end == new.start and last.severity == new.severity and not new.opens:
        found[-1] = Stretch(last.start, new.end, last.severity, last.opens)
    else:
        found.append(new)
