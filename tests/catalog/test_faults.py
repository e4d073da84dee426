"""A wrong knowledge file fails loudly: which file, which line, what is allowed."""

from pathlib import Path

import pytest

from appeal_core.catalog.entries import EvidenceKind, Named, Role, Route
from appeal_core.catalog.guides import Guide, guides
from appeal_core.catalog.loader import FOLDER, CatalogError, cause, causes, read_entries, read_yaml


def written(folder: Path, name: str, text: str) -> Path:
    """A knowledge file with this text."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


GOOD_ROLE = "- code: owner\n  name: {en: Owner, zh: 店铺负责人}\n"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (GOOD_ROLE + "- code: Owner 2\n  name: {en: A, zh: 甲}\n", 3, "pattern"),
        (GOOD_ROLE + "- code: clerk\n  name: {en: A, zh: 甲}\n  salary: 3\n", 5, "salary"),
        (GOOD_ROLE + "- code: clerk\n", 3, "name: Field required"),
        (GOOD_ROLE + "- code: clerk\n  name:\n    en: [A]\n    zh: 甲\n", 5, "valid string"),
    ],
)
def test_a_wrong_entry_is_named_by_file_line_and_fault(tmp_path, text, line, says):
    path = written(tmp_path, "roles.yaml", text)
    with pytest.raises(CatalogError) as caught:
        read_entries(path, Role)
    assert f"roles.yaml:{line}:" in str(caught.value)
    assert says in str(caught.value)


def test_what_is_allowed_is_listed(tmp_path):
    text = (FOLDER / "routes.yaml").read_text(encoding="utf-8").replace("status: verified", "status: sure", 1)
    line = 1 + text[: text.index("status: sure")].count("\n")
    path = written(tmp_path, "routes.yaml", text)
    with pytest.raises(CatalogError) as caught:
        read_entries(path, Route)
    for expected in (f"routes.yaml:{line}:", "'verified'", "'one_source'", "'unverified'", "'sure'"):
        assert expected in str(caught.value)


def test_an_unknown_check_of_a_rule_is_refused_with_those_that_exist(tmp_path):
    text = (
        (FOLDER / "evidence.yaml").read_text(encoding="utf-8").replace("check: quantity", "check: colour", 1)
    )
    path = written(tmp_path, "evidence.yaml", text)
    with pytest.raises(CatalogError, match="'age_days', 'file_type'.*'quantity' or 'asked'"):
        read_entries(path, EvidenceKind)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- code: a\n  name: {en: A, zh: 甲\n", "not valid YAML"),
        (GOOD_ROLE + GOOD_ROLE, "'owner' stands twice"),
        ("owner: {name: {en: Owner, zh: 店铺负责人}}\n", "a list of entries is expected"),
    ],
)
def test_a_file_of_the_wrong_shape_says_so(tmp_path, text, says):
    path = written(tmp_path, "roles.yaml", text)
    with pytest.raises(CatalogError, match=says) as caught:
        read_entries(path, Named)
    assert "roles.yaml" in str(caught.value)


def test_broken_yaml_is_named_with_its_line(tmp_path):
    path = written(tmp_path, "x.yaml", "a: 1\nb: [1, 2\nc: 3\n")
    with pytest.raises(CatalogError, match=r"x\.yaml:[23]: not valid YAML"):
        read_yaml(path)


def changed_cause(folder: Path, old: str, new: str) -> Path:
    """A catalogue folder whose only cause is `trademark` with one change."""
    text = (FOLDER / "causes/trademark.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    written(folder, "causes/trademark.yaml", text.replace(old, new))
    return folder


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("actions: [closed_offers, obtained_authorization]\n    measures: [brand_release", "actions: [gone]\n    measures: [brand_release", "unknown \\['gone'\\]"),
        ("stood in the {place} of {items} from {since}", "stood in the {place} of {items}", "slots differ"),
        ("difficulty: 3", "difficulty: 9", "less than or equal to 5"),
        ("family: intellectual_property", "family: brands", "'intellectual_property'"),
    ],
)  # fmt: skip
def test_a_cause_that_does_not_hold_together_is_refused(tmp_path, old, new, says):
    folder = changed_cause(tmp_path, old, new)
    with pytest.raises(CatalogError, match=says) as caught:
        cause("trademark", folder)
    assert "trademark.yaml:" in str(caught.value)


def test_a_complete_cause_with_too_few_root_causes_is_refused(tmp_path):
    text = (FOLDER / "causes/trademark.yaml").read_text(encoding="utf-8")
    start, end = text.index("root_causes:\n"), text.index("\nactions:\n  - id:")
    written(
        tmp_path, "causes/trademark.yaml", text[:start] + "root_causes: []" + text[end:].replace("*", "~ #")
    )
    with pytest.raises(CatalogError):
        cause("trademark", tmp_path)


def test_a_cause_in_a_file_of_another_name_is_refused(tmp_path):
    text = (FOLDER / "causes/trademark.yaml").read_text(encoding="utf-8")
    written(tmp_path, "causes/brand.yaml", text)
    with pytest.raises(CatalogError, match="not its code 'trademark'"):
        causes(tmp_path)


@pytest.mark.parametrize("code", ["no_such_cause", "../routes", ""])
def test_a_cause_that_is_not_there_is_a_key_error(code):
    with pytest.raises(KeyError):
        cause(code)


ITEM = (
    "- code: sending\n  name: {en: Sending, zh: 提交}\n  items:\n"
    "    - id: one\n      kind: do\n      when: {WHEN}\n      text: {en: Do it, zh: 请做}\n"
    "      why: {en: Because, zh: 因为}\n      status: verified\n      source: a public page\n"
)


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("{routes: [plan]}", "`when.routes` names unknown \\['plan'\\]; allowed: .*'plan_of_action'"),
        ("{stages: [closed]}", "`when.stages` names unknown \\['closed'\\]; allowed: .*'deactivated'"),
        ("{scopes: [shop]}", "`when.scopes` names unknown \\['shop'\\]; allowed: .*'account'"),
        ("{causes: [late]}", "`when.causes` names unknown \\['late'\\]; allowed: .*'late_shipment_rate'"),
        ("{weather: [rain]}", "weather"),
    ],
)
def test_a_guide_that_names_an_unknown_case_is_refused(tmp_path, when, says):
    written(tmp_path, "submission.yaml", ITEM.replace("{WHEN}", when))
    with pytest.raises(CatalogError, match=says):
        guides(tmp_path)


def test_a_guide_with_an_item_twice_is_refused(tmp_path):
    item = ITEM[ITEM.index("    - id: one") :]
    written(tmp_path, "submission.yaml", (ITEM + item).replace("{WHEN}", "{}"))
    with pytest.raises(CatalogError, match="items stand twice: \\['one'\\]"):
        guides(tmp_path)


def test_a_guide_without_items_is_refused(tmp_path):
    path = written(tmp_path, "submission.yaml", "- code: a\n  name: {en: A, zh: 甲}\n  items: []\n")
    with pytest.raises(CatalogError, match="at least 1 item"):
        read_entries(path, Guide)
