"""Which languages a text holds, by its script and its commonest words."""

from __future__ import annotations

import re

_WORDS = {
    "en": "the of and to your you we have are is this that for with not our has been if will please",
    "de": "der die das und ihr ihre ihrer wir sie nicht mit wurde werden ist ein eine bitte auf haben konto für zu",
    "es": "de la el que su sus los las y en para no una por con ha hemos si cuenta se por nuestra",
    "fr": "de la le les et vous votre vos nous des pour une que dans avec est compte ne pas si avons",
    "it": "di il la che e per non un una sono del della suo sua le con abbiamo se account nostri i",
}
_SETS = {lang: frozenset(words.split()) for lang, words in _WORDS.items()}
_WORD = re.compile(r"[a-zà-öø-ÿœß]+", re.IGNORECASE)


def languages(text: str) -> tuple[str, ...]:
    """Codes of the languages that `text` holds in earnest, the one with most text first.

    Known: en zh ja de es fr it. Empty when none is recognised.
    """
    kana = len(re.findall(r"[\u3041-\u30fa]", text))
    han = len(re.findall(r"[\u3400-\u9fff]", text))
    found: dict[str, float] = {}
    if han + kana >= 4:
        found["ja" if kana > 0.08 * (han + kana) else "zh"] = (han + kana) * 1.0
    words = [w.lower() for w in _WORD.findall(text)]
    scores = {lang: sum(w in known for w in words) for lang, known in _SETS.items()}
    best = max(scores, key=lambda lang: scores[lang])
    for lang, score in scores.items():
        distinct = len({w for w in words if w in _SETS[lang]})
        if score >= 2 and (lang == best or (score > 0.75 * scores[best] and distinct > 6)):
            found[lang] = score * 8.0
    if not found and words and not han:
        found[best if scores[best] else "en"] = 1.0
    return tuple(sorted(found, key=lambda lang: -found[lang]))
