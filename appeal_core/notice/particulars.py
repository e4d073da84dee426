"""Identifiers and names that a notice prints."""

from __future__ import annotations

import re
from collections import Counter

from appeal_core.case import Span, WindowStated
from appeal_core.catalog import marketplaces
from appeal_core.catalog.cue_loader import ask_cues
from appeal_core.notice.reading import Reading, cues_of
from appeal_core.text.folding import fold

_ASIN = re.compile(r"(?<![A-Z0-9])B0[A-Z0-9]{8}(?![A-Z0-9])")
_BOOK = re.compile(r"\bASINs?\b[\s:#(]*((?:\d{9}[\dX][\s,;、]*)+)", re.IGNORECASE)
_ORDER = re.compile(r"(?<![\d-])(?:\d{3}|[A-Z]\d{2})-\d{7}-\d{7}(?![\d-])")
_COMPLAINT = re.compile(
    r"(?:(?:complaint|case|notice|report|claim|reference)\s*(?:id|number|no\.?|#|nr\.?)|(?:投诉|举报|问题|案例)(?:编号|编码|ID|号)"
    r"|(?:申し立て|苦情|ケース)\s*(?:ID|番号)|(?:Beschwerde|Fall)-?\s*(?:ID|Nummer)|ID de (?:la )?(?:reclamación|caso)"
    r"|(?:numéro|ID) de (?:plainte|dossier))\s*(?:is|是|为)?\s*[:#]?\s*#?\s*([A-Z]{0,3}\d{7,14})\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_ACCOUNT = (
    re.compile(r"separate (?:selling )?account,? (?:named |called )?[\"']?([\w+&.' -]{2,40}?)[\"']?,? (?:which|that) (?:was|has|is)", re.I),
    re.compile(r"(?:related|linked|connected) to (?:the |an? )?(?:selling |seller )?accounts? (?:named |called |: ?)[\"']?([\w+&.' -]{2,40}?)[\"']?(?=[.,;\n)]|$)", re.I),
    re.compile(r"account (?:associated with|named|called) [\"']?([A-Z][\w+&.' -]{1,40}?)[\"']?(?= by | which | that |[.,;\n)]|$)"),
    re.compile(r"(?:单独|另一|另外|其他)(?:的)?(?:个)?(?:卖家|销售)?账[户号]\s?[\"']?([\w+&.' -]{2,40}?)[\"']?(?=[，,。 ]|因|已|被|违)", re.I),
    re.compile(r"关联的?账[户号](?:是|为|:)\s?[\"']?([\w+&.' -]{2,40}?)[\"']?(?=[，,。\n]|$)", re.I),
)  # fmt: skip
_ITEM = re.compile(r"[-*•·]|\(?\d{1,2}[.)、]")  # the sign before an item of a list
_DOMAIN = re.compile(
    r"(?<![a-z])(sellercentral[\w-]*\.)?(www\.)?amazon\.(com?\.[a-z]{2}|com|[a-z]{2})(?![a-z])", re.IGNORECASE
)
_FILE = re.compile(
    r"(?<![a-z/])\.?(pdf|jpeg|jpg|pjpeg|png|gif|tiff|tif|docx|doc|xlsx|xls|heic|bmp)(?![a-z/])", re.IGNORECASE
)


def _once(items: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def asins(text: str) -> tuple[str, ...]:
    """ASINs in their order; ten-digit ones of books only behind the word ASIN."""
    found = [(m.start(), m[0]) for m in _ASIN.finditer(text)]
    for m in _BOOK.finditer(text):
        found += [(m.start(1), code) for code in re.findall(r"\d{9}[\dXx]", m[1])]
    return _once([code for _, code in sorted(found)])


def order_ids(text: str) -> tuple[str, ...]:
    """Order numbers, `700-1234567-1234567` and the `S01-…` of multi-channel orders."""
    return _once(_ORDER.findall(text))


def complaint_ids(text: str) -> tuple[str, ...]:
    """Complaint and case numbers, behind their label."""
    return _once([m[1] for m in _COMPLAINT.finditer(fold(text))])


def emails(text: str) -> tuple[str, ...]:
    """E-mail addresses as printed."""
    return _once([m.rstrip(".-") for m in _MAIL.findall(text)])


def accounts(text: str) -> tuple[str, ...]:
    """Other accounts that the notice names."""
    folded = fold(text)
    found = [(m.start(1), m[1].strip(" '\"")) for rule in _ACCOUNT for m in rule.finditer(folded)]
    return _once([name for _, name in sorted(found) if len(name) > 1 and name.lower() not in _NO_NAMES])


_NO_NAMES = {"that", "which", "it", "them", "this", "your", "an account", "another account"}


def marketplace(text: str, told: str | None = None) -> str | None:
    """The store by its domain in the notice: named in a sentence before named in a link; else as told."""
    by_domain = {m.domain: code for code, m in marketplaces().items()}
    votes: Counter[str] = Counter()
    for hit in _DOMAIN.finditer(text):
        domain = f"amazon.{hit[3].lower()}"
        host = (hit[1] or "").lower()
        if domain not in by_domain or "europe" in host:
            continue
        linked = bool(host) or text[max(0, hit.start() - 3) : hit.start()].endswith(("//", "/", "@"))
        votes[by_domain[domain]] += 1 if linked else 100
    if not votes:
        return told
    (first, most), *rest = votes.most_common(2)
    if rest and (rest[0][1] == most or rest[0][1] >= 100):
        return told if told in votes else None
    return first


def accepted_files(reading: Reading) -> tuple[str, ...]:
    """File types that the notice says it takes."""
    cues = cues_of(ask_cues().file_sentence, reading)
    found: list[str] = []
    for line in reading.lines:
        if line.heard.weight(cues) and "not accept" not in line.heard.lowered.replace(
            "links are not accepted", ""
        ):
            found += [m[1].lower() for m in _FILE.finditer(line.heard.folded)]
    return _once(found)


def document_windows(reading: Reading) -> tuple[WindowStated, ...]:
    """How old papers may be, each number of days once, with its sentence."""
    cues = cues_of(ask_cues().document_window, reading)
    found: dict[int, WindowStated] = {}
    for line in reading.lines:
        for cue in cues if line.standard != "funds" else ():
            if hit := line.heard.match(cue):
                days = int(hit["n"])
                found.setdefault(days, WindowStated(days=days, **line.span.model_dump()))
    return tuple(found.values())


def details(reading: Reading) -> tuple[Span, ...]:
    """What the notice wants more of: the words behind "greater detail on"."""
    cues = cues_of(ask_cues().detail, reading)
    found = []
    for line in reading.lines:
        if line.section == "help" or (line.link and not _ITEM.match(line.heard.folded)):
            continue
        hit = next(filter(None, map(line.heard.match, cues)), None)
        if hit:
            text = line.span.text[hit.start("what") : hit.end("what")].rstrip(" .:;。；：")
            start = line.span.start + hit.start("what")
            found.append(Span(start=start, end=start + len(text), text=text))
    return tuple(found)


def plan_languages(reading: Reading) -> tuple[str, ...]:
    """Languages in which the notice takes the answer, where it says so."""
    book = ask_cues()
    about = cues_of(book.language_sentence, reading)
    found: list[str] = []
    for line in reading.lines:
        if line.heard.weight(about):
            found += [
                code for code, cues in book.languages.items() if line.heard.weight(cues_of(cues, reading))
            ]
    return _once(found)
