"""The two languages of everything a person reads: texts, messages, dates, numbers, lists.

Catalogue texts are `Bilingual` (both languages stand side by side in the YAML). Texts of the
program itself are `Message`s: an English msgid with named values, translated through the
gettext catalogues in `locales/` (read as they are, one `.po` file a room).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = ("en", "zh")
_ISO_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
LOCALES = Path(__file__).resolve().parent.parent / "locales"


class Frozen(BaseModel):
    """The base of every value that crosses a room's wall: immutable, nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Bilingual(Frozen):
    """One text in both languages."""

    en: str = ""
    zh: str = ""

    def in_(self, lang: Lang) -> str:
        """The text in `lang`; the other language where this one is empty."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)


class Message(Frozen):
    """A text of the program: an English msgid with `{named}` values, rendered late.

    Values may be strings, numbers, dates or `Bilingual`; each is written as the language does.
    """

    text: str
    values: dict[str, Any] = Field(default_factory=dict)

    @field_validator("values")
    @classmethod
    def _revived(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Values that went through JSON become what they were."""
        return {name: _revive(value) for name, value in values.items()}

    def in_(self, lang: Lang) -> str:
        """The message in `lang`."""
        return say(self.text, lang, **self.values)


def _revive(value: Any) -> Any:
    if isinstance(value, dict):
        return Bilingual(**value) if set(value) == {"en", "zh"} else Message(**value)
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        return dt.date.fromisoformat(value)
    return value


def message(text: str, /, **values: Any) -> Message:
    """A `Message`; `text` is a msgid and is found by the extraction of `make messages`."""
    return Message(text=text, values=values)


class BadInput(Exception):
    """Something given cannot be used. Holds a sentence for a person: what is wrong, what to do."""

    def __init__(self, text: str | Message, /, **values: Any) -> None:
        self.message = text if isinstance(text, Message) else message(text, **values)
        super().__init__(self.message.in_("en"))


def say(text: str, lang: Lang, /, **values: Any) -> str:
    """The program's text `text` (an English msgid) in `lang`, with its values filled in."""
    template = _catalogue(lang).get(text, text) if lang != "en" else text
    if not values:
        return template
    return template.format(**{k: _written(v, lang) for k, v in values.items()})


@cache
def _catalogue(lang: Lang) -> Mapping[str, str]:
    from babel.messages.pofile import read_po

    found: dict[str, str] = {}
    for path in sorted((LOCALES / lang / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for entry in read_po(file, locale=lang):
                if entry.id and entry.string and not entry.fuzzy:
                    found[str(entry.id)] = str(entry.string)
    return found


def _written(value: Any, lang: Lang) -> Any:
    if isinstance(value, Bilingual | Message):
        return value.in_(lang)
    if isinstance(value, dt.datetime | dt.date):
        return date_text(value, lang)
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    return number_text(value, lang)


def date_text(day: dt.date, lang: Lang, *, marketplace: str = "US", year: bool = True) -> str:
    """A day as the language, and in English the store's country, writes it.

    `November 14, 2026` for US and CA, `14 November 2026` elsewhere, `2026 年 11 月 14 日` in Chinese.
    """
    if lang == "zh":
        return f"{day.year} 年 {day.month} 月 {day.day} 日" if year else f"{day.month} 月 {day.day} 日"
    name = _MONTHS[day.month - 1]
    if marketplace in ("US", "CA"):
        return f"{name} {day.day}, {day.year}" if year else f"{name} {day.day}"
    return f"{day.day} {name} {day.year}" if year else f"{day.day} {name}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def number_text(value: int, lang: Lang) -> str:
    """A whole number with thousands separators (the same in both languages)."""
    del lang
    return f"{value:,}"


def percent_text(rate: float, lang: Lang, digits: int = 2) -> str:
    """A fraction as a percentage, `0.0898` -> `8.98%`; trailing zeros beyond the point go."""
    del lang
    text = f"{rate * 100:.{digits}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


def list_text(items: Iterable[str], lang: Lang) -> str:
    """`A, B and C` or `A、B 和 C`."""
    parts = [i for i in items if i]
    if len(parts) < 2:
        return "".join(parts)
    if lang == "zh":
        return "、".join(parts[:-1]) + " 和 " + parts[-1]
    return ", ".join(parts[:-1]) + " and " + parts[-1]
