"""The check of the knowledge files names every fault by file and line."""

import json
import shutil
from pathlib import Path

import pytest

from appeal_core.catalog.check import Checked
from appeal_core.catalog.loader import FOLDER
from appeal_core.cli import main
from appeal_core.journey.knowledge import check

# file, words, what they become, what is said of it; all in one folder, checked once
SPOILT = [
    ("causes/trademark.yaml", "difficulty: 3", "difficulty: 9", "difficulty: Input should be less than or equal to 5"),
    ("causes/copyright.yaml", "asks: [", "asks: [a_poem, ", "“a_poem” is not in asks; known are: "),
    ("causes/copyright.yaml", "route: ", "route: shouting #", "“shouting” is not in routes"),
    ("causes/valid_tracking_rate.yaml", "owner: ", "owner: nobody #", "“nobody” is not in roles"),
    ("causes/valid_tracking_rate.yaml", "proof: ", "proof: hearsay #", "“hearsay” is not in evidence"),
    ("cues/court_order.yaml", "must_match:\n", "must_match:\n- 'The weather is fine today in Boston.'\n", "no cue hears: The weather"),
    ("cues/copyright.yaml", "must_not_match:\n", "must_not_match:\n- 'We received a report of copyright infringement from a rights owner.'\n", "a cue hears what it must not"),
    ("cues/buyer_messages.yaml", "code: buyer_messages\n", "code: buyer_messages\noutranks: [no_such]\n", "“no_such” is not in causes"),
    ("cues/expired.yaml", "  en:\n", "  en:\n  - 'expired (goods'\n", "the pattern expired (goods cannot be used"),
    ("routes.yaml", "tasks: [notice, ", "tasks: [kitchen, ", "“kitchen” is not in pages"),
    ("routes.yaml", "letter: plan_of_action", "letter: sonnet", "“sonnet” is not in letters"),
    ("clocks.yaml", "stages: [", "stages: [asleep, ", "“asleep” is not in stages"),
    ("contests.yaml", "metric: order_defect_rate", "metric: mood", "“mood” is not in metrics"),
    ("ask_papers.yaml", "kinds: [invoice]", "kinds: [napkin]", "“napkin” is not in evidence"),
    ("metrics.yaml", "lag: ", "lag: soon #", "lag: Input should be a valid integer"),
    ("metrics.yaml", "target: ", "target: high #", "target: Input should be a valid number"),
    ("warnings.yaml", 'zh: "', 'zh: "请,', "Chinese takes full-width signs"),
    ("roles.yaml", "name: {en: Owner, zh: 店铺负责人}", "name: {en: Owner}", "one language only"),
    ("stages.yaml", "- code: at_risk", "- code: warning", "“warning” stands twice"),
    ("scopes.yaml", "- code: funds\n", "- code: funds\n  code: money\n", "“code” stands twice; only the last one would count"),
    ("route_questions.yaml", "route: ", "route: [nowhere", "not valid YAML"),
    ("file_types.yaml", "- code: pdf", "- code: Pdf", "code: String should match pattern"),
]  # fmt: skip


def copied(folder: Path) -> Path:
    """A copy of the catalogue's knowledge files."""
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """The outcome for a catalogue that is wrong in many places."""
    folder = copied(tmp_path_factory.mktemp("wrong") / "catalog")
    for name, old, new, _ in SPOILT:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (folder / "cues" / "patent.yaml").unlink()
    (folder / "causes" / "fraud.yaml").rename(folder / "causes" / "swindle.yaml")
    (folder / "outcomes.yaml").unlink()
    (folder / "notes.yaml").write_text("a: 1", encoding="utf-8")
    (folder / "questions.yaml").write_bytes(b"- id: \xff\xfe")
    return check(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "says"), SPOILT, ids=[f"{n}-{o.strip()}" for n, o, _, _ in SPOILT]
)
def test_a_fault_is_told_with_its_file_and_line(
    told: Checked, name: str, old: str, new: str, says: str
) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    near = text[: text.index(old)].count("\n") + 1
    lines = [f.line for f in told.faults if f.file == name and says in f.text.in_("en")]
    assert lines and lines[0] is not None
    assert 0 <= lines[0] - near <= 2


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("causes/patent.yaml", "no cues"),
        ("causes/swindle.yaml", "the file's name is not its code “fraud”"),
        ("cues/fraud.yaml", "“fraud” is not in causes"),
        ("outcomes.yaml", "this file is missing"),
        ("notes.yaml", "no such file belongs to the catalogue"),
        ("questions.yaml", "this file cannot be read"),
    ],
)
def test_files_that_do_not_go_together_are_told(told: Checked, name: str, says: str) -> None:
    assert any(f.file == name and says in f.text.in_("en") for f in told.faults)


def test_every_fault_is_said_in_chinese_too(told: Checked) -> None:
    own = [f.text for f in told.faults if "{place}" not in f.text.text]
    assert own
    assert not [t.text for t in own if t.in_("zh") == t.in_("en")]


def test_an_invented_cause_is_two_files_and_the_oldest_entry_comes_first(tmp_path: Path) -> None:
    folder = copied(tmp_path / "more")
    for kind in ("causes", "cues"):
        text = (folder / kind / "expired.yaml").read_text("utf-8")
        (folder / kind / "melted.yaml").write_text(
            text.replace("code: expired", "code: melted"), encoding="utf-8"
        )
    clocks = folder / "clocks.yaml"
    text = clocks.read_text("utf-8").replace("checked_on: 2026-11-23", "checked_on: 2019-05-04", 1)
    clocks.write_text(text, encoding="utf-8")
    found = check(folder)
    assert found.faults == ()
    assert (found.oldest[0].file, str(found.oldest[0].checked_on)) == ("clocks.yaml", "2019-05-04")
    assert [o.checked_on for o in found.oldest] == sorted(o.checked_on for o in found.oldest)


def test_the_catalogue_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "check", "--json"]) == 0, capsys.readouterr().out
    found = json.loads(capsys.readouterr().out)
    assert found["faults"] == []
    assert found["files"] == len(list(FOLDER.rglob("*.yaml")))


def test_the_command_prints_faults_and_tells_by_its_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "roles.yaml").write_text("- code: Owner\n", encoding="utf-8")
    call = ["catalog", "check", "--folder", str(tmp_path)]
    assert main(call) == 1
    assert "roles.yaml:1: code: String should match pattern" in capsys.readouterr().out
    assert main([*call, "--lang", "zh"]) == 1
    assert "缺少此文件" in capsys.readouterr().out


@pytest.mark.parametrize(
    "call", [["catalog"], ["catalog", "mend"], ["catalog", "check", "--folder", "/no/such"]]
)
def test_a_bad_call_is_one_line(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(call) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.startswith("error: ") and printed.err.count("\n") == 1
