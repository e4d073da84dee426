"""The letters' own Chinese: complete, and punctuated as Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from appeal_core.language import LOCALES
from appeal_core.letter.template import FOLDER

ROOM = Path(__file__).resolve().parents[2] / "appeal_core" / "letter"
CJK = "[\u4e00-\u9fff]"
HALF_WIDTH = re.compile(rf"{CJK}[,:;?()!]|[,:;?()!]{CJK}")


def msgids() -> set[str]:
    found = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("message", "say", "BadInput"):
                first = node.args[0]
                assert isinstance(first, ast.Constant), f"{path}:{node.lineno}: a msgid is a literal"
                found.add(str(first.value))
    return found


def test_every_message_of_the_room_has_its_chinese_with_the_same_names() -> None:
    with (LOCALES / "zh" / "LC_MESSAGES" / "letter.po").open("rb") as file:
        entries = {str(e.id): str(e.string) for e in read_po(file, locale="zh") if e.id}
    assert msgids() == set(entries)
    for english, chinese in entries.items():
        assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", chinese)), english
        assert chinese and not HALF_WIDTH.search(chinese), chinese


def chinese_of(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "zh" and isinstance(value, str):
                yield value
            else:
                yield from chinese_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from chinese_of(value)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda p: p.stem)
def test_templates_punctuate_chinese_in_full_width(path: Path) -> None:
    for text in chinese_of(yaml.safe_load(path.read_text(encoding="utf-8"))):
        words = re.sub(r"{%.*?%}|{{.*?}}", "", text)
        assert not HALF_WIDTH.search(words), words
        assert not re.search(rf"{CJK}[A-Za-z0-9]|[A-Za-z0-9]{CJK}", words), words
