"""What the seller wrote in free words beside, or in place of, the catalogue's sentences."""

from __future__ import annotations

from appeal_core.case import Words
from appeal_core.language import Bilingual, message
from appeal_core.letter.ledger import Ledger
from appeal_core.letter.said import Said


def stands_under(ledger: Ledger, cause: str) -> bool:
    """Whether a cause is one of those that the case answers."""
    return not ledger.case.causes or cause in ledger.case.causes


def label_of(text: Bilingual | Words, fallback: Bilingual) -> Bilingual:
    """A name in both languages, `fallback` where it is empty."""
    return Bilingual(en=text.en or fallback.en, zh=text.zh or fallback.zh)


def own_words(ledger: Ledger, words: Words, ref: str, label: Bilingual, page: str) -> Said:
    """The seller's words; a visible gap where there are none."""
    said = ledger.words(ref, words, ref, label, page)
    return said or ledger.gap(ref, message("{label}", label=label), page, ref)
