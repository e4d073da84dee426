"""A rerun of each page with a million orders in the case, against the same page with none.

`python benchmarks/pages.py [ORDERS]` prints a ratio a page: the median over pairs of whole script runs, the two
cases in turn in one process. It counts processor time, which a busy machine disturbs least.
"""

from __future__ import annotations

import datetime as dt
import gc
import logging
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # in place of this folder, whose `pages.py` would stand for the folder `pages`
os.chdir(ROOT)
RUNS = 61
PAGES = ("notice", "reports", "causes", "actions", "evidence", "letter", "submit", "follow_up")


def main(orders: int) -> None:
    """Builds both cases, then times every page."""
    from streamlit.testing.v1 import AppTest

    logging.disable(logging.WARNING)  # Streamlit's, about running without its server

    with tempfile.TemporaryDirectory() as folder:
        os.environ["CANDOR_DATABASE"] = f"sqlite:///{folder}/candor.db"
        cases = {"none": _case(0, Path(folder)), "many": _case(orders, Path(folder))}
        print(f"{orders:,} orders against none, medians of {RUNS} reruns in turn")
        worst = 0.0
        for page in PAGES:
            apps = {name: _open(AppTest, case_id, page) for name, case_id in cases.items()}
            times: dict[str, list[float]] = {name: [] for name in apps}
            for app in apps.values():
                app.run()  # not counted
            gc.collect()
            for _ in range(RUNS):
                for name, app in apps.items():
                    start = time.process_time()
                    app.run()
                    times[name].append(time.process_time() - start)
                    assert not app.exception, app.exception
            none, many = (statistics.median(times[n]) for n in ("none", "many"))
            worst = max(worst, many / none)
            print(
                f"  {page:10} ratio {many / none:5.2f}   ({many * 1000:.0f} ms against {none * 1000:.0f} ms)"
            )
        print(f"  worst ratio {worst:.2f} (goal: at most 1.1)")


def _open(app_test, case_id: str, page: str):
    app = app_test.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["case"] = case_id
    app.run()
    app.switch_page(f"pages/{page}.py")
    app.query_params["case"] = case_id
    return app.run()


def _case(orders: int, folder: Path) -> str:
    from appeal_core.journey import reports, samples
    from appeal_core.store import open_store
    from benchmarks.make_orders import write_orders

    store = open_store()
    opened = samples.open_sample("shipped_late", "en", f"bench-{orders}")
    case, files = opened.case, dict(opened.files)
    # The same case without its order report, so that the only difference is the million.
    rest = tuple(r for r in case.reports if r.kind != "all_orders")
    case = case.replace(reports=rest)
    uploads = []
    if orders:
        path = folder / "orders.txt"
        write_orders(path, orders, last_day=dt.date(2026, 11, 12))
        uploads = [reports.Upload(path.name, path.read_bytes())]
    found = reports.read_uploads(case, uploads, files.__getitem__)
    store.add(reports.merged(case, found), {str(i): d for i, d in enumerate([*files.values(), *found.files])})
    return case.id


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
