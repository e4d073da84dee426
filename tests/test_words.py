"""Every text that a person sees exists in both languages, with the same blanks."""

import ast
import re
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
CALLS = {"t", "say", "message", "BadInput"}
CJK = r"\u3400-\u9fff"
HALF_WIDTH = re.compile(rf"[{CJK}][,:;?!()]|[,:;?!()][{CJK}]")


def asked() -> dict[str, str]:
    """Every msgid in the code, with the place that asks for it first."""
    found: dict[str, str] = {}
    for path in [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "appeal_core").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in CALLS:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.setdefault(first.value, f"{path.relative_to(ROOT)}:{node.lineno}")
    return found


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def given() -> dict[str, tuple[str, str]]:
    """Every msgid of the Chinese catalogues: its Chinese and its file."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted((ROOT / "locales/zh/LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for entry in read_po(file, locale="zh"):
                if entry.id:
                    found[str(entry.id)] = (str(entry.string), path.name)
    return found


def blanks(text: str) -> set[str]:
    """The names of a text's blanks."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_text_of_the_program_has_its_chinese():
    """Nothing on a Chinese page falls back to English."""
    catalogue = given()
    missing = [f"{place}: {text}" for text, place in asked().items() if not catalogue.get(text, ("", ""))[0]]
    assert not missing, "\n".join(missing)


def test_no_chinese_text_waits_for_an_english_that_is_gone():
    """A catalogue entry that nothing asks for is a leftover."""
    literals = set()
    for path in [*(ROOT / "pages").rglob("*.py"), *(ROOT / "appeal_core").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
    left = [f"{file}: {text}" for text, (_, file) in given().items() if text not in literals]
    assert not left, "\n".join(left)


@pytest.mark.parametrize("text", sorted(asked()))
def test_both_languages_have_the_same_blanks(text):
    """A blank that only one language has would print nothing or fail."""
    chinese = given().get(text, (text, ""))[0]
    assert blanks(text) == blanks(chinese)


def test_chinese_texts_use_full_width_punctuation():
    """As Amazon's own Chinese pages do."""
    wrong = [
        chinese for chinese, _ in given().values() if HALF_WIDTH.search(re.sub(r"\{\w+\}", "中", chinese))
    ]
    assert not wrong, "\n".join(wrong)
