"""Reading and diagnosing a notice against one pass of a single regular expression that holds all cues.

    python benchmarks/notice.py [ROUNDS]

Prints the median over a ninth of the invented notices of the tests, and the ratio (goal: at most 20). Both sides take turns on the
same text in one process, after one round that is not counted; loading the catalogue and making the expressions are
outside the time. The peer is every pattern of every cue file, joined by `|`, run once over the folded text; and, since patterns are dear
to run all at once, also the one certain word of each pattern, joined alike: a peer that only looks for words.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)

import yaml

from appeal_core.catalog import cue_loader
from appeal_core.catalog.check import parts
from appeal_core.catalog.cue_entries import Cue
from appeal_core.notice import diagnose
from appeal_core.text import read_document
from appeal_core.text.cues import anchor, compiled, parts_of
from appeal_core.text.folding import fold

GOAL = 20.0
EVERY = 9  # of the notices one is measured: the expression with all patterns takes half a second a notice


def notices() -> list[str]:
    """The invented notices of the tests, as texts."""
    folder = ROOT / "tests" / "notice"
    files = (folder / "labelled.yaml", *sorted((folder / "sets").glob("*.yaml")))
    return [item["text"] for file in files for item in yaml.safe_load(file.read_text("utf-8"))]


def all_cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One expression for every pattern of the cue files, and one for the surest word of each pattern."""
    load = cue_loader
    files = (
        *load.cause_cues().values(), load.notice_structure(), load.notice_states(), load.ask_cues(),
        *load.warnings().values(),
    )  # fmt: skip
    cues = [part for file in files for _, part in parts(file) if isinstance(part, Cue)]
    pieces = {piece for cue in cues for piece in parts_of(cue.pattern)}
    sources = {re.sub(r"\(\?P<\w+>", "(?:", compiled(piece).pattern) for piece in pieces}
    words = {re.escape(anchor(piece)) for piece in pieces} - {""}
    whole, least = ("|".join(f"(?:{source})" for source in sorted(some)) for some in (sources, words))
    return re.compile(whole, re.IGNORECASE), re.compile(least, re.IGNORECASE)


def timed(side: Callable[[], object]) -> float:
    """Milliseconds of processor time of one call."""
    start = time.process_time()
    side()
    return (time.process_time() - start) * 1000


def measured(text: str, peers: tuple[re.Pattern[str], ...], rounds: int) -> list[float]:
    """The median of each side for one notice, ours first, the sides taking turns."""
    data, folded = text.encode(), fold(text)
    sides: list[Callable[[], object]] = [lambda: diagnose(read_document(data, "n.txt").text)]
    sides += [lambda peer=peer: list(peer.finditer(folded)) for peer in peers]  # type: ignore[misc]
    times = [[timed(side) for side in sides] for _ in range(rounds + 1)][1:]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def main(rounds: int = 3) -> int:
    """Prints the medians and their ratios; exit status 1 where one misses the goal."""
    found = [measured(text, all_cues(), rounds) for text in notices()[::EVERY]]
    ours, whole, least = (statistics.median(column) for column in zip(*found, strict=True))
    ratios = [statistics.median(row[0] / row[side] for row in found) for side in (1, 2)]
    print(f"{len(found)} notices, each read and diagnosed in {ours:.1f} ms (median)")
    for name, time_of, ratio in (("patterns", whole, ratios[0]), ("words alone", least, ratios[1])):
        print(
            f"one expression with the {name} of all cues: {time_of:.1f} ms; ratio {ratio:.2f} (goal: at most {GOAL:.0f})"
        )
    return int(max(ratios) > GOAL)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
