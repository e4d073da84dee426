"""Text that a spreadsheet would run as a formula, made harmless."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    Source: OWASP, CSV injection.
    """
    return f"'{text}" if text.startswith(_STARTS) or text.lstrip().startswith(_STARTS) else text
