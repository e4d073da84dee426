"""The command `metrics` over a large shop's files, against `pandas.read_csv` of the orders file alone.

    python benchmarks/metrics.py [ORDERS] [ROUNDS] [--larger ORDERS]

Whole processes, our command and the peer in turn; the ratios are of medians. `--larger` measures again with that many
orders, to see that time and memory grow no faster than rows. Memory is the process's peak above a bare interpreter's,
as a multiple of the orders file's size.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # in place of this folder

TIME_GOAL, MEMORY_GOAL, IMPORT_GOAL = 1.0, 1.5, 3.0
COLUMNS = (
    "amazon-order-id", "purchase-date", "order-status", "fulfillment-channel", "sales-channel", "ship-service-level",
    "sku", "asin", "item-status", "quantity", "is-business-order",
)  # fmt: skip
PEER = f"import pandas, sys; pandas.read_csv(sys.argv[1], sep='\\t', usecols={list(COLUMNS)!r})"
NEEDED = "import appeal_core.cli, appeal_core.journey.measuring, appeal_core.metrics, appeal_core.reports"


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds by the clock, seconds of the processor, bytes at its peak."""

    clock: float
    processor: float
    peak: int


def cost_of(arguments: Sequence[str]) -> Cost:
    """Runs Python with these arguments. Ends the benchmark where that fails."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"error: exit status {process.returncode} of python {' '.join(arguments)[:200]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(clock, used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


def in_turn(*sides: Sequence[str], rounds: int) -> list[Cost]:
    """The median cost of each side, the sides taking turns, after one round that is not counted."""
    costs: list[list[Cost]] = [[] for _ in sides]
    for _ in range(rounds + 1):
        for side, found in zip(sides, costs, strict=True):
            found.append(cost_of(side))
    return [
        Cost(
            statistics.median(c.clock for c in found[1:]),
            statistics.median(c.processor for c in found[1:]),
            int(statistics.median(c.peak for c in found[1:])),
        )
        for found in costs
    ]


def shop(folder: Path, orders: int) -> tuple[Path, list[str]]:
    """The orders file, and the command over it and the shop's other files."""
    from benchmarks.make_orders import write_defects, write_orders

    folder.mkdir()
    path = folder / "orders.txt"
    others = write_defects(folder, write_orders(path, orders))
    return path, ["-m", "appeal_core", "metrics", str(path), *map(str, others), "--json"]


def measured(folder: Path, orders: int, rounds: int, bare: int) -> tuple[Cost, float, float]:
    """Our cost, and the ratios of time and memory."""
    path, command = shop(folder, orders)
    ours, peer = in_turn(command, ["-c", PEER, str(path)], rounds=rounds)
    memory = (ours.peak - bare) / path.stat().st_size
    print(
        f"{orders:,} orders, {path.stat().st_size / 1e6:.0f} MB, with their defect lists, feedback and returns:"
    )
    print(
        f"  time    ratio {ours.clock / peer.clock:5.2f} of reading the orders with pandas alone "
        f"({ours.clock:.2f} s against {peer.clock:.2f} s; goal: at most {TIME_GOAL})"
    )
    print(
        f"  work    ratio {ours.processor / peer.processor:5.2f} of the processor's time "
        f"({ours.processor:.2f} s against {peer.processor:.2f} s)"
    )
    print(f"  memory  ratio {memory:5.2f} of the file's size (goal: at most {MEMORY_GOAL})")
    return ours, ours.clock / peer.clock, memory


def main() -> int:
    """Prints the ratios; exit status 1 where one misses its goal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("orders", nargs="?", type=int, default=1_000_000)
    parser.add_argument("rounds", nargs="?", type=int, default=5)
    parser.add_argument("--larger", type=int)
    given = parser.parse_args()
    bare, imported, pandas = in_turn(
        ["-c", "pass"], ["-c", NEEDED], ["-c", "import pandas"], rounds=given.rounds
    )
    imports = imported.clock / pandas.clock
    print(f"import  ratio {imports:5.2f} of `import pandas` (goal: at most {IMPORT_GOAL:.0f})")
    with tempfile.TemporaryDirectory() as name:
        ours, clock, memory = measured(Path(name) / "shop", given.orders, given.rounds, bare.peak)
        met = clock <= TIME_GOAL and memory <= MEMORY_GOAL and imports <= IMPORT_GOAL
        if given.larger:
            larger, _, _ = measured(Path(name) / "larger", given.larger, 1, bare.peak)
            rows = given.larger / given.orders
            grown = larger.clock / ours.clock / rows
            swollen = (larger.peak - bare.peak) / (ours.peak - bare.peak) / rows
            print(f"growth  ratio {grown:5.2f} of time, {swollen:5.2f} of memory to rows (goal: at most 1)")
            met = met and grown <= 1 and swollen <= 1
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
