"""How long a text is."""

from __future__ import annotations

import re

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:['’.,:/@+&-][^\W\u3400-\u9fff]+)*%?")


def count_words(text: str) -> int:
    """Words of a text; each Chinese character counts as one."""
    return len(_WORD.findall(text))
