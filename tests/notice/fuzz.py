"""Reads damaged and hostile notices, thousands of them: `python -m tests.notice.fuzz [FILES] [FIRST_SEED]`.

No exception may leave but `BadInput`, no offset may miss its words, no control or direction mark may come through.
Every hundredth file is as large as a notice may be. Printed are how far it is, the slowest file (in processor time) and
the most memory. Halves may run side by side: `2500 0` and `2500 2500`.
"""

from __future__ import annotations

import re
import resource
import sys
import time

from appeal_core.case import Diagnosis
from appeal_core.journey import asked
from appeal_core.language import BadInput
from tests.notice.hostile import MEGABYTE, File, hostile

LARGE = 20 * MEGABYTE
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\ufffe\uffff]"
)


def faults(file: File) -> list[str]:
    """What is wrong with the way in which the file was read; empty when nothing is."""
    try:
        found = asked.diagnosis_of(file.data, file.name)
        said = asked.diagnosis_text(found, "zh") + asked.diagnosis_text(found, "en")
        asked.diagnosis_json(found, "zh")
    except BadInput as told:
        return [] if told.message.in_("zh") and told.message.in_("en") else ["BadInput without words"]
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    return _faults(file, found, said)


def _faults(file: File, found: Diagnosis, said: str) -> list[str]:
    wrong = []
    spans = [*(e for c in found.causes for e in c.evidence), *found.asks, *found.figures]
    if any(found.text[s.start : s.end] != s.text for s in spans):
        wrong.append("a span that misses its words")
    if found.deadline and found.text[found.deadline.start : found.deadline.end] != found.deadline.text:
        wrong.append("a deadline that misses its words")
    if hit := _UNSEEN.search(found.text + said):
        wrong.append(f"an unseen character came through: {hit[0]!r}")
    if file.name.endswith((".html", ".eml")) and "<html" in file.data[:2000].decode("latin-1"):
        wrong += [
            f"a script of the page came through: {s}" for s in ("<script", "onerror=") if s in found.text
        ]
    return wrong


def main(files: int = 5_000, first: int = 0) -> int:
    """Reads them all, tells how far it is, and prints what went wrong; returns how many files did."""
    start, wrong, slowest = time.process_time(), 0, (0.0, "")
    for done, seed in enumerate(range(first, first + files), 1):
        file = hostile(seed, LARGE if seed % 100 == 99 else 40_000)
        began = time.process_time()  # of this process alone: others may be at work on the machine
        found = faults(file)
        took = time.process_time() - began
        slowest = max(slowest, (took, f"seed {seed}, {file.name}, {len(file.data):,} bytes"))
        wrong += bool(found)
        if found and wrong <= 20:
            print(f"seed {seed}, {file.name}: {'; '.join(found)[:300]}", flush=True)
        if done % 250 == 0:
            print(_so_far(done, wrong, start, slowest), flush=True)
    print(f"seeds {first} to {first + files - 1}: {_so_far(files, wrong, start, slowest)}")
    return wrong


def _so_far(files: int, wrong: int, start: float, slowest: tuple[float, str]) -> str:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{files} hostile notices, {wrong} read wrongly, {time.process_time() - start:.0f} s of processor time, "
        f"slowest {slowest[0]:.1f} s ({slowest[1]}), at most {memory:.0f} MB"
    )


if __name__ == "__main__":
    sys.exit(bool(main(*(int(a) for a in sys.argv[1:]))))
