"""A linter for appeals: a letter or any text in, findings with their place and reason out."""

from appeal_core.review.context import Context
from appeal_core.review.counts import count_words
from appeal_core.review.engine import letter_text, review_letter, review_text
from appeal_core.review.pages import RulePage, rule_pages
from appeal_core.review.places import placed
from appeal_core.review.report import as_json
from appeal_core.review.sarif import as_sarif

__all__ = [
    "Context", "RulePage", "as_json", "as_sarif", "count_words", "letter_text", "placed", "review_letter", "review_text",
    "rule_pages",
]  # fmt: skip
