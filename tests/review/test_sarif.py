"""The SARIF log has the shape that version 2.1.0 asks for, and points where the findings stand."""

from __future__ import annotations

import json

import pytest

from appeal_core import cli
from appeal_core.review import as_sarif, review_text
from tests.review.letters_of_ours import BAD

LEVELS = {"none", "note", "warning", "error"}
TEXT = BAD + "On 三 we sent it， twice.\n"


@pytest.fixture(scope="module")
def log() -> dict:
    return as_sarif(TEXT, review_text(TEXT), "my draft.txt")


def test_the_log_is_json_of_version_2_1_0(log: dict) -> None:
    assert json.loads(json.dumps(log)) == log
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] and run["columnKind"] == "unicodeCodePoints"
    assert run["artifacts"][0]["location"]["uri"] == "my%20draft.txt"


def test_each_result_names_a_rule_of_the_driver(log: dict) -> None:
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({r["id"] for r in rules}) == len(rules)
    for rule in rules:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"] and rule["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in LEVELS and result["message"]["text"]
        assert all(isinstance(v, str) for v in result["partialFingerprints"].values())


def test_each_region_holds_its_words(log: dict) -> None:
    lines = TEXT.split("\n")
    places = [r["locations"][0]["physicalLocation"] for r in log["runs"][0]["results"]]
    regions = [p["region"] for p in places if "region" in p]
    assert regions and len(regions) < len(places)  # what is missing has none
    for region in regions:
        said = region["snippet"]["text"]
        assert TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]] == said
        assert region["startLine"] >= 1 and region["startColumn"] >= 1
        if region["startLine"] == region["endLine"]:
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == said


def test_a_fix_replaces_the_words_that_it_deletes(log: dict) -> None:
    fixes = [f for r in log["runs"][0]["results"] for f in r.get("fixes", [])]
    assert fixes
    for fix in fixes:
        (change,) = fix["artifactChanges"]
        (replacement,) = change["replacements"]
        assert replacement["deletedRegion"]["charLength"] > 0 and replacement["insertedContent"]["text"]


@pytest.mark.parametrize("option", [["--sarif"], ["--format", "sarif"]])
def test_the_command_line_prints_it_and_still_fails_on_a_level(option, tmp_path, capsys) -> None:  # type: ignore[no-untyped-def]
    draft = tmp_path / "draft.txt"
    draft.write_text(BAD, encoding="utf-8")
    assert cli.main(["review", str(draft), *option, "--fail-on", "blocker"]) == 1
    log = json.loads(capsys.readouterr().out)
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == "draft.txt"


def test_the_command_line_still_prints_text_and_json(tmp_path, capsys) -> None:  # type: ignore[no-untyped-def]
    draft = tmp_path / "draft.txt"
    draft.write_text(BAD, encoding="utf-8")
    assert cli.main(["review", str(draft), "--format", "json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) >= {"text", "findings", "ready", "words", "characters"}
    assert cli.main(["review", str(draft), "--format", "text"]) == 0
    assert "[plea]" in capsys.readouterr().out
