"""Sentences that the letters of other cases in this database hold too, compared by their hashes alone.

No word of another case leaves it: a case gives the marks of its sentences, and of a letter's own sentences
those are told whose mark stands in another case as well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

from appeal_core.case import Case
from appeal_core.language import BadInput
from appeal_core.letter import compose
from appeal_core.review import letter_text
from appeal_core.review.draft import Draft
from appeal_core.review.sameness import is_long, is_same, long_sentences, pieces, plain

Marks = frozenset[str]


def marks(case: Case) -> Marks:
    """The marks of the long sentences that a case sent, else would send; a sample has none."""
    if case.sample:
        return frozenset()
    texts = [attempt.text for attempt in case.attempts.values()] or _composed(case)
    said = (s.text for text in texts for s in long_sentences(text) if not _gap(s.text))
    return frozenset(_mark(piece) for sentence in said for piece in pieces(sentence))


def account(case: Case) -> str:
    """A mark of the account: a second case of one account may say what the first one said. Empty: not known."""
    named = case.seller.merchant_token or case.seller.store_name
    return _mark(plain(named)) if named.strip() else ""


def shared_with(draft: Draft, others: Iterable[Marks]) -> tuple[str, ...]:
    """The draft's own long sentences that another case holds as well."""
    known = [o for o in others if o]
    if not known:
        return ()
    return tuple(s.text for s in draft.sentences if is_long(s.text) and _stands(s.text, known))


def _stands(sentence: str, others: Collection[Marks]) -> bool:
    mine = [_mark(piece) for piece in pieces(sentence)]
    return any(is_same(mine, theirs) for theirs in others)


def _composed(case: Case) -> list[str]:
    if not case.causes:
        return []
    try:
        letter = compose(case)
    except BadInput:
        return []
    return [letter_text(letter, letter.language)]


def _gap(sentence: str) -> bool:
    """A sentence that still waits for its fact is nobody's."""
    return "[" in sentence or "【" in sentence


def _mark(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=10).hexdigest()
