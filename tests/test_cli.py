"""The command line: its shapes, its faults in one line, and its letters' figures by an independent count."""

import csv
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from appeal_core.cli import main
from appeal_core.journey import samples

NAMES = [s.name for s in samples.overview()]
FOLDER = samples.FOLDER
LATE = FOLDER / "shipped_late"
DIAGNOSIS = {
    "text", "language", "stage", "scope", "marketplace", "causes", "route", "asks", "asins", "order_ids",
    "complaint_ids", "emails", "deadline", "accepted_files", "plan_languages", "questions", "warnings",
}  # fmt: skip
REPORT = {
    "file", "kind", "problem", "encoding", "delimiter", "rows", "used", "rejected", "set_aside", "first",
    "last", "dropped_columns",
}  # fmt: skip
METRIC = {
    "code", "fulfilment", "window", "numerator", "denominator", "rate", "target", "condition", "verdict",
    "basis", "alternatives", "drivers",
}  # fmt: skip
FINDING = {
    "rule", "severity", "section", "start", "end", "match", "message", "why", "source", "suggestion",
}  # fmt: skip
REPLY = {"text", "outcome", "named", "next_letter", "evidence", "wait_until", "advice"}


@pytest.fixture
def run(capsys):
    """Runs a command: its status, standard output, standard error."""

    def runner(*argv):
        status = main([str(a) for a in argv])
        out, err = capsys.readouterr()
        return status, out, err

    return runner


@pytest.fixture
def answer(run):
    """Runs a command with --json that must succeed; its object."""

    def runner(*argv, status=0):
        got, out, err = run(*argv, "--json")
        assert (got, err) == (status, "")
        return json.loads(out)

    return runner


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Every sample written out once."""
    root = tmp_path_factory.mktemp("demo")
    for name in NAMES:
        samples.write_sample(name, root / name)
    return root


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_diagnose_is_right_for_each_sample(answer, name, lang):
    found = answer("diagnose", FOLDER / name / f"notice.{lang}.txt", "--lang", lang)
    assert set(found) >= DIAGNOSIS
    assert found["causes"][0]["code"] == samples.sample(name).cause
    assert found["causes"][0]["score"] >= 0.7
    assert found["marketplace"] == samples.sample(name).case["seller"]["marketplace"]
    assert found["route"] == samples.open_sample(name, lang, "x").case.route
    for span in [e for c in found["causes"] for e in c["evidence"]] + found["asks"]:
        assert found["text"][span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("name", NAMES)
def test_metrics_answers_for_each_samples_reports(answer, name):
    files = samples.report_files(samples.sample(name))
    found = answer("metrics", *files)
    assert [r["file"] for r in found["reports"]] == [str(f) for f in files]
    for report in found["reports"]:
        assert set(report) >= REPORT and report["kind"]
        aside = sum(s["rows"] for s in report["set_aside"])
        assert report["rows"] == report["used"] + len(report["rejected"]) + aside
    for metric in found["metrics"]:
        assert set(metric) >= METRIC
    assert "Sample Buyer" not in json.dumps(found) and "@example.com" not in json.dumps(found)


def test_metrics_equal_an_independent_count(answer):
    counted = {30: 0, 10: 0}
    with (LATE / "reports" / "late-shipment.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["Impacts Account Health"] == "Yes":
                month, day, year = row["Order Date"].split("/")
                counted[30] += f"{year}-{month}-{day}" >= "2026-10-14"
                counted[10] += f"{year}-{month}-{day}" >= "2026-11-03"
    counts = ["--count", "late_shipment_rate:30=506", "--count", "late_shipment_rate:10=168"]
    found = answer("metrics", *sorted((LATE / "reports").glob("*")), *counts)
    late = {m["window"]["days"]: m for m in found["metrics"] if m["code"] == "late_shipment_rate"}
    for days, orders in ((30, 506), (10, 168)):
        assert (late[days]["numerator"], late[days]["denominator"]) == (counted[days], orders)
        assert late[days]["rate"] == pytest.approx(counted[days] / orders, abs=1e-4)
        assert late[days]["verdict"] == "missed"


@pytest.mark.parametrize("name", NAMES)
def test_build_writes_the_same_bytes_twice(answer, demo, tmp_path, name):
    first = answer("build", demo / name / "case.json", "--out", tmp_path / "a")
    second = answer("build", demo / name / "case.json", "--out", tmp_path / "b")
    assert set(first) >= {"files", "ready", "findings"}
    assert first["ready"] is True, first["findings"]
    assert [f["sha256"] for f in first["files"]] == [f["sha256"] for f in second["files"]]
    written = {str(Path(f["path"]).relative_to(tmp_path / "a")) for f in first["files"]}
    assert written >= {
        "appeal.docx",
        "appeal.pdf",
        "appeal.txt",
        "appeal.zh.docx",
        "appeal.zh.txt",
        "evidence.zip",
    }
    assert any(p.startswith("boxes/") for p in written)
    for file in first["files"]:
        assert hashlib.sha256(Path(file["path"]).read_bytes()).hexdigest() == file["sha256"]


@pytest.mark.parametrize("name", [n for n in NAMES if samples.sample(n).case.get("typed")])
def test_the_letters_rates_stand_in_a_table_with_their_counts(answer, demo, tmp_path, name):
    """What `tests/samples` counts with the csv module is what the Word file prints."""
    answer("build", demo / name / "case.json", "--out", tmp_path)
    document = docx.Document(io.BytesIO((tmp_path / "appeal.docx").read_bytes()))
    rows = [" | ".join(c.text for c in row.cells) for table in document.tables for row in table.rows]
    case = samples.open_sample(name, "en", "x").case
    for typed in case.typed.values():
        of = f"{typed.denominator:,}"
        assert any(of in row for row in rows), (of, rows)
        found = next(
            m
            for m in case.measurements.metrics
            if m.code == typed.metric and m.denominator == typed.denominator
        )
        assert any(of in row and str(found.numerator) in row for row in rows)


def test_review_finds_what_is_wrong_and_says_why(answer, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("We beg you to give us one more chance. The carrier was slow and it is not our fault.")
    found = answer("review", draft, "--notice", LATE / "notice.en.txt")
    assert set(found) >= {"text", "findings", "ready", "words", "characters"}
    assert all(set(f) >= FINDING for f in found["findings"])
    assert {"plea", "blames-others"} <= {f["rule"] for f in found["findings"]}
    assert found["ready"] is False
    answer("review", draft, "--fail-on", "blocker", status=1)


@pytest.mark.parametrize("name", NAMES)
def test_review_of_a_sample_case_file_finds_it_ready(answer, demo, name):
    assert answer("review", demo / name / "case.json")["ready"] is True


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Your account has been reactivated. You can sell again on Amazon.com.", "reinstated"),
        ("We reviewed your appeal and need more information before we can reactivate your account.", "more_information"),
    ],
)  # fmt: skip
def test_reply_reads_an_answer(answer, tmp_path, text, outcome):
    file = tmp_path / "reply.txt"
    file.write_text(text)
    found = answer("reply", file, "--received", "2026-11-20")
    assert set(found) >= REPLY
    assert found["outcome"] == outcome


def test_demo_lists_the_samples_and_writes_one(answer, tmp_path):
    listed = answer("demo")["samples"]
    assert [set(s) for s in listed] == [{"name", "title", "cause"}] * 6
    answer("demo", "shipped_late", "--out", tmp_path)
    assert {p.name for p in tmp_path.iterdir()} >= {"case.json", "notice.txt", "reports", "exhibits"}


def bad_files(folder: Path) -> dict[str, Path]:
    """Files that nobody can use."""
    made = {name: folder / f"{name}.txt" for name in ("empty", "binary")}
    made["empty"].write_bytes(b"")
    made["binary"].write_bytes(bytes(range(256)) * 40)
    made |= {"directory": folder, "missing": folder / "nowhere.txt"}
    made["bad_json"] = folder / "bad.json"
    made["bad_json"].write_text("{not json")
    made["newer"] = folder / "newer.json"
    case = samples.open_sample("shipped_late", "en", "x").case.model_dump(mode="json", by_alias=True)
    made["newer"].write_text(json.dumps({**case, "format": 99}))
    made["unknown_cause"] = folder / "cause.json"
    changed = {**case, "understanding": {**case["understanding"], "causes": ["no_such_cause"]}}
    made["unknown_cause"].write_text(json.dumps(changed))
    made["no_zip"] = folder / "case.zip"
    made["no_zip"].write_bytes(b"PK\x03\x04 broken")
    return made


BAD = [
    *[("diagnose", f"@{kind}") for kind in ("empty", "binary", "directory", "missing")],
    *[("metrics", f"@{kind}") for kind in ("empty", "binary", "directory", "missing")],
    *[("review", f"@{kind}") for kind in ("empty", "binary", "directory", "missing", "newer", "bad_json")],
    *[("build", f"@{kind}", "--out", "@out") for kind in
      ("empty", "binary", "directory", "missing", "bad_json", "newer", "unknown_cause", "no_zip")],
    *[("reply", f"@{kind}") for kind in ("empty", "binary", "directory", "missing")],
    ("metrics", str(LATE / "reports" / "late-shipment.csv"), "--count", "no_such_rate=3"),
    ("metrics", str(LATE / "reports" / "late-shipment.csv"), "--count", "late_shipment_rate=many"),
    ("metrics", str(LATE / "reports" / "late-shipment.csv"), "--marketplace", "XX"),
    ("metrics", str(LATE / "reports" / "late-shipment.csv"), "--as-of", "yesterday"),
    ("metrics",),
    ("demo", "no_such_sample", "--out", "@out"),
    ("demo", "shipped_late"),
    ("demo", "--no-such-option"),
    ("no_such_command",),
    (),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("argv", BAD, ids=lambda argv: "-".join(Path(a).name for a in argv) or "nothing")
def test_what_cannot_be_used_is_one_line_on_standard_error(run, tmp_path, argv, lang):
    files = {**bad_files(tmp_path), "out": tmp_path / "out"}
    given = [str(files[a[1:]]) if a.startswith("@") else a for a in argv]
    status, out, err = run(*given, *(["--lang", lang] if given else []))
    assert (status, out) == (2, "")
    assert err.startswith("error: ") and err.count("\n") == 1 and len(err) > 20
    assert "Traceback" not in err


def test_final_refuses_a_case_that_is_not_ready(run, demo, tmp_path):
    case = samples.open_sample("shipped_late", "en", "x").case
    file = tmp_path / "case.json"
    file.write_text(
        case.with_value("actions.raise_handling_time.done_on", None).model_dump_json(by_alias=True)
    )
    for name in ("exhibits", "files"):
        (tmp_path / name).symlink_to(demo / "shipped_late" / name)
    status, out, err = run("build", file, "--out", tmp_path / "out", "--final")
    assert (status, out) == (2, "") and err.startswith("error: ")
    status, out, _ = run("build", file, "--out", tmp_path / "out", "--json")
    assert status == 0 and json.loads(out)["ready"] is False
    assert "DRAFT" in (tmp_path / "out" / "appeal.txt").read_text()


def test_as_a_process_it_keeps_its_streams_apart():
    command = [sys.executable, "-m", "appeal_core"]
    notice = (LATE / "notice.zh.txt").read_bytes()
    root = Path(__file__).parents[1]
    good = subprocess.run([*command, "diagnose", "-", "--json"], input=notice, capture_output=True, cwd=root)
    assert good.returncode == 0 and good.stderr == b""
    assert json.loads(good.stdout.decode())["causes"][0]["code"] == "late_shipment_rate"
    bad = subprocess.run(
        [*command, "diagnose", "-", "--lang", "zh"], input=b"", capture_output=True, cwd=root
    )
    assert (bad.returncode, bad.stdout) == (2, b"")
    assert bad.stderr.decode().startswith("error: ") and b"Traceback" not in bad.stderr


def test_diagnose_does_not_load_pandas():
    code = (
        "import sys; from appeal_core.cli import main; "
        f"main(['diagnose', {str(LATE / 'notice.en.txt')!r}]); sys.exit('pandas' in sys.modules)"
    )
    root = Path(__file__).parents[1]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True).returncode == 0
