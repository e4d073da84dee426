"""Signs that a text is not Amazon's, or that its help is not help."""

from __future__ import annotations

import re

from appeal_core.case import Warning_
from appeal_core.catalog.cue_entries import WarningCues
from appeal_core.catalog.cue_loader import warnings
from appeal_core.language import message
from appeal_core.notice.reading import Reading
from appeal_core.text.listen import spoken

_OURS = re.compile(
    r"(?:^|\.)(?:amazon\.(?:com|ca|com\.mx|com\.br|co\.uk|de|fr|it|es|nl|se|pl|com\.be|ie|com\.tr|ae|sa|eg|in|co\.jp|com\.au|sg|co\.za|cn|dev|science|jobs|work)"
    r"|amazonsellerservices\.com|amazonservices\.[a-z.]+|amazonaws\.com|awstrack\.me|media-amazon\.com|ssl-images-amazon\.com|amzn\.to|a\.co|amazon\.com\w{0,4})$",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://([^\s/)>\"'，。]+)", re.IGNORECASE)
_SENDER = re.compile(
    r"(?:^|\n)\W{0,3}(?:from|发件人|差出人|von|de|da)\W{0,3}[:：][^\n]{0,300}?(?<![\w.+-])[\w.+-]{1,80}+@([\w.-]+)",
    re.IGNORECASE,
)
_PUBLIC = re.compile(r"(?:gov|europa\.eu|uspto|wipo|epo|gs1|echa)\b", re.IGNORECASE)


def find_warnings(reading: Reading, sender: str = "") -> tuple[Warning_, ...]:
    """Foreign senders and links, demands for money, passwords, remote access, messengers, insiders."""
    found: list[Warning_] = []
    book = warnings()
    if sender and (host := re.search(r"@([\w.-]+)", sender)) and not _OURS.search(host[1]):
        found.append(_warning(book["not_from_amazon"], None, None))
    for hit in _SENDER.finditer(reading.text):
        if not _OURS.search(hit[1].rstrip(".")):
            found.append(_warning(book["not_from_amazon"], hit.start(1), hit.end(1)))
            break
    for hit in _LINK.finditer(reading.text):
        host_name = hit[1].split(":")[0].split("@")[-1].rstrip(".…")
        if (
            not _OURS.search(host_name)
            and not _PUBLIC.search(host_name)
            and not _cut_off(reading.text, hit.end())
        ):
            found.append(_warning(book["link_not_amazon"], hit.start(), hit.end()))
            break
    return (*found, *_said(reading))


def _cut_off(text: str, end: int) -> bool:
    """Forums shorten links: `sellercentral.amazon.c ...`."""
    return bool(re.match(r"[…\s]*(?:\.\.\.|…)", text[end - 1 : end + 5]))


def _said(reading: Reading) -> tuple[Warning_, ...]:
    found = []
    for entry in warnings().values():
        cues = spoken(entry.cues, (*reading.tongues, "en"))
        hit = next((line for line in reading.lines if line.heard.weight(cues)), None)
        if hit:
            found.append(_warning(entry, hit.span.start, hit.span.end))
    return tuple(found)


def _warning(entry: WarningCues, start: int | None, end: int | None) -> Warning_:
    return Warning_(code=entry.code, text=message("{warning}", warning=entry.text), start=start, end=end)
