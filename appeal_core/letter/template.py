"""A letter kind as data: `templates/<kind>.yaml`, sections of blocks over gathered facts.

Only our own templates are rendered. A user's text is a value in them, never a template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import jinja2
import yaml
from jinja2.runtime import Context
from pydantic import Field, ValidationError

from appeal_core.case import Gap
from appeal_core.language import LANGS, Bilingual, Frozen
from appeal_core.letter.said import Said

FOLDER = Path(__file__).resolve().parent.parent.parent / "templates"
_AFTER_CHINESE = re.compile(
    r"(?<=[，。；：！？、（）]) +| +(?=[，。；：！？、（）])|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])"
)
_BEFORE_MARK = re.compile(r" +(?=[.,;:)](?:\s|$))")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")  # after a name that ends in a stop: "Co., Ltd."
_SPACES = re.compile(r"[ \t\r\f\v\n]+")


class Column(Frozen):
    """A column of a table; its cells are templates over `row`.

    `path` gives the case's field that holds a cell's words, where one alone does.
    """

    header: Bilingual
    en: str
    zh: str = ""  # empty: as in English
    numeric: bool = False
    when: str = ""
    path: str = ""


class BlockTemplate(Frozen):
    """A block, once or for `each` item (an expression that gives a list; the item is `item`)."""

    id: str
    kind: Literal["paragraph", "point", "table", "chart", "exhibits", "signature"] = "paragraph"
    each: str = ""
    when: str = ""
    heading: Bilingual = Bilingual()
    en: str = ""
    zh: str = ""
    rows: str = ""  # table: an expression that gives its rows
    caption: Bilingual = Bilingual()
    columns: tuple[Column, ...] = ()
    page: str = ""  # table: where its facts are changed


class SectionTemplate(Frozen):
    """A section; it is left out when it holds no block."""

    id: Literal[
        "opening", "figures", "root_cause", "actions", "prevention", "documents",
        "grounds", "request", "exhibits", "signature", "sources",
    ]  # fmt: skip
    title: Bilingual = Bilingual()
    numbered: bool = False
    when: str = ""
    blocks: tuple[BlockTemplate, ...]


class LetterTemplate(Frozen):
    """A letter kind: its title, what is gathered for it, and its sections."""

    kind: str
    title: Bilingual
    gather: tuple[str, ...] = ()
    only_new: bool = False  # what was sent before is left out
    notice_headings: bool = False  # the parts of a plan bear the notice's own headings
    options: dict[str, bool] = {}  # further names that its conditions may ask for
    sections: tuple[SectionTemplate, ...] = Field(min_length=1)


@cache
def read_template(kind: str) -> LetterTemplate:
    """The template of a letter kind; `ValueError` with the file's name where it is wrong."""
    path = FOLDER / f"{kind}.yaml"
    try:
        data = read_data(path.name)
        return LetterTemplate.model_validate({**data, "sections": [_section(s) for s in data["sections"]]})
    except ValidationError as error:
        raise ValueError(f"{path}: {error}") from error


def _section(given: str | dict[str, Any]) -> dict[str, Any]:
    """A section as it stands, or a shared one of `parts.yaml` by name, with changes of its own."""
    if isinstance(given, str):
        given = {"use": given}
    if "use" not in given:
        return given
    shared: dict[str, Any] = read_data("parts.yaml")[given["use"]]
    return {**shared, **{k: v for k, v in given.items() if k != "use"}}


@cache
def read_data(name: str) -> Any:
    """A YAML file of the templates' folder."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=loader)


class Printed:
    """What the rendering of one block has used: fact ids, gaps, exhibit letters."""

    def __init__(self) -> None:
        self.facts: dict[str, None] = {}
        self.gaps: dict[str, Gap] = {}
        self.exhibits: dict[str, None] = {}

    def note(self, said: Said) -> None:
        """Keeps what stands in `said`."""
        self.facts.update(dict.fromkeys(said.facts))
        self.gaps.update({g.id: g for g in said.gaps})
        self.exhibits.update(dict.fromkeys(said.exhibits))


@jinja2.pass_context
def _printed(context: Context, value: Any) -> Any:
    if isinstance(value, Said):
        context["printed"].note(value)
        return value.in_(context["lang"])
    if isinstance(value, str | jinja2.Undefined):
        return value  # an undefined one raises by itself
    raise TypeError(f"a letter prints texts and facts, not {value!r}")


_ENVIRONMENT = jinja2.Environment(
    undefined=jinja2.StrictUndefined,
    autoescape=False,
    finalize=_printed,
    trim_blocks=True,
    lstrip_blocks=True,
)


@cache
def _compiled(source: str) -> jinja2.Template:
    return _ENVIRONMENT.from_string(source)


@cache
def _expression(source: str) -> Any:
    return _ENVIRONMENT.compile_expression(source, undefined_to_none=False)


def value_of(expression: str, facts: Mapping[str, Any]) -> Any:
    """The value of an expression over the facts."""
    return _expression(expression)(**facts)


def holds(condition: str, facts: Mapping[str, Any]) -> bool:
    """Whether a `when` is fulfilled; an empty one always is."""
    return not condition or bool(value_of(condition, facts))


def render(texts: Bilingual, facts: Mapping[str, Any], printed: Printed, *, lines: bool = False) -> Bilingual:
    """Both texts rendered over the facts; `lines` keeps their line breaks."""
    out = {}
    for lang in LANGS:
        source = texts.in_(lang)
        if "{" in source:
            source = _compiled(source).render(**facts, lang=lang, printed=printed)
        kept = source.split("\n") if lines else [source]
        out[lang] = "\n".join(_tidy(kept, lang))
    return Bilingual(**out)


def _tidy(lines: Iterable[str], lang: str) -> list[str]:
    tidied = (_SPACES.sub(" ", line).strip() for line in lines)
    loose = _AFTER_CHINESE if lang == "zh" else _BEFORE_MARK
    return [_TWO_STOPS.sub(".", loose.sub("", line)) for line in tidied if line]
