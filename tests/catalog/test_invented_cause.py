"""A cause is two YAML files: with them alone it goes through every page, into the letter and out again."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from appeal_core.catalog.loader import OWN_FOLDER
from appeal_core.journey.knowledge import check
from tests.catalog.test_check import copied

INVENTED = Path(__file__).parent / "invented"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue with the invented cause's two files."""
    found = copied(tmp_path_factory.mktemp("own") / "catalog")
    for kind in ("cause", "cues"):
        place = found / ("causes" if kind == "cause" else kind) / "parcel_sleeves.yaml"
        place.write_text((INVENTED / f"{kind}.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def walked(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the pages said to a process that reads that catalogue."""
    database = tmp_path_factory.mktemp("walk") / "candor.db"
    env = {
        **os.environ,
        OWN_FOLDER: str(folder),
        "CANDOR_DATABASE": f"sqlite:///{database}",
        "PYTHONPATH": str(ROOT),
    }
    call = [sys.executable, str(INVENTED / "walk.py")]
    done = subprocess.run(call, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def test_the_two_files_stand_the_check(folder: Path) -> None:
    assert [f for f in check(folder).faults if "parcel_sleeves" in f.file] == []


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("notice", "Reused parcel sleeves"),
        ("notice", "Steps for: Reused parcel sleeves"),
        ("notice", "You say where the used sleeves came from"),
        ("notice", "Set the used sleeves apart"),
        ("causes", "New and used sleeves in one bin"),
        ("causes", "Did new and used sleeves lie in one bin?"),
        ("actions", "Discarded the used sleeves"),
        ("actions", "Check of the bins"),
        ("evidence", "It shows that new sleeves were bought"),
        ("evidence", "Count the sleeves in the store room"),
        ("letter", "New and used sleeves lay in one bin"),
        ("submit", "Never in a letter: Reused parcel sleeves"),
        ("follow_up", "Plan of action"),
    ],
)
def test_each_page_speaks_of_it(walked: dict[str, Any], page: str, says: str) -> None:
    assert says in walked["seen"][page].replace("\\", "")


def test_its_letter_is_whole_and_its_steps_are_kept(walked: dict[str, Any]) -> None:
    assert walked["causes"] == ["parcel_sleeves"]
    assert (walked["gaps"], walked["blockers"]) == ([], [])
    for said in (
        "New and used sleeves lay in one bin at packing desk 2.",
        "40 units used sleeves were discarded",
        "every Monday",
    ):
        assert said in walked["letter"]
    assert walked["ticks"] == ["cause:parcel_sleeves:count_sleeves"]
    assert "处理步骤：重复使用包装套" in walked["sheet"] and "2026-" in walked["sheet"]
