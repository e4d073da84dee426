"""A letter line by line: each sentence and each row of a table with its number, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from appeal_core.case import Block, Letter
from appeal_core.language import LANGS, Bilingual, Frozen, Message, message
from appeal_core.review.sentences import sentence_spans

_UNTITLED: dict[str, Message] = {
    "opening": message("Opening"),
    "figures": message("Figures"),
    "request": message("Request"),
    "signature": message("Signature"),
}
_LETTER = message("Letter")
_GO_ON = ("root_cause", "actions", "prevention")  # without a title they stand under the one before


class Line(Frozen):
    """A line of a letter. `part` is the title of its section; `head` the number and heading of its point.

    `exhibits`: the letters of the exhibits that it names.
    """

    number: int
    section: str
    part: Bilingual
    block: str
    text: Bilingual
    head: Bilingual = Bilingual()
    exhibits: tuple[str, ...] = ()


def lines(letter: Letter) -> tuple[Line, ...]:
    """Every line, numbered from 1 in reading order: the same number is the same line in both languages."""
    found: list[Line] = []
    title = _both(_LETTER)
    for section in letter.sections:
        if section.title.en:
            title = section.title
        elif section.id not in _GO_ON:
            title = _both(_UNTITLED.get(section.id, _LETTER))
        for block in section.blocks:
            for place, text in enumerate(_texts(block)):
                head = _head(block) if place == 0 else Bilingual()
                exhibits = tuple(e for e in block.exhibits if _names(text, e))
                found.append(
                    Line(number=len(found) + 1, section=section.id, part=title, block=block.id, text=text,
                         head=head, exhibits=exhibits)
                )  # fmt: skip
    return tuple(found)


def _texts(block: Block) -> Iterator[Bilingual]:
    if block.table:
        for row in block.table.rows:
            yield Bilingual(en=_row([c.in_("en") for c in row]), zh=_row([c.in_("zh") for c in row]))
        return
    if block.chart and not block.edited:
        return
    whole = block.text
    cut = {lang: _sentences(whole.in_(lang)) for lang in LANGS}
    if len(cut["en"]) == len(cut["zh"]):
        yield from (Bilingual(en=en, zh=zh) for en, zh in zip(cut["en"], cut["zh"], strict=True))
    elif whole.en or whole.zh:
        yield Bilingual(en=" ".join(whole.in_("en").split()), zh=" ".join(whole.in_("zh").split()))


def _sentences(text: str) -> list[str]:
    return [
        line[start:end] for line in text.splitlines() if line.strip() for start, end in sentence_spans(line)
    ]


def _row(cells: list[str]) -> str:
    return " | ".join(" ".join(c.split()) for c in cells if c.strip())


def _head(block: Block) -> Bilingual:
    return Bilingual(
        en=" ".join(p for p in (block.number, block.heading.in_("en")) if p),
        zh=" ".join(p for p in (block.number, block.heading.in_("zh")) if p),
    )


def _names(text: Bilingual, exhibit: str) -> bool:
    return f"Exhibit {exhibit}" in text.en or f"附件 {exhibit}" in text.zh


def _both(text: Message) -> Bilingual:
    return Bilingual(en=text.in_("en"), zh=text.in_("zh"))
