"""What a sentence of a reply states, and what it only supposes, concedes or quotes."""

from __future__ import annotations

import re

# Grammar, not knowledge of Amazon: a thing said under a condition has not happened.
_CONDITION = re.compile(
    r"\b(?:if|unless|once(?! more| again| and for all)|in case|otherwise|should (?:you|we|the|your|there|any))\b"
    r"|\b(?:wenn|falls|sofern|sobald|bei (?:weiteren|erneuten))\b"
    r"|(?:^|[,;] ?|\by )(?:si|en caso de|una vez que)\b|\b(?:s'il|s'ils|dès que|en cas de)\b|(?:^|, ?)(?:se|qualora|in caso di)\b"
    r"|如果|倘若|如(?:您|需|有|再|今后)|若(?!干)|否则|一旦|除非|场合|場合",
    re.IGNORECASE,
)
_CONCEDED = (
    re.compile(r"^(?:even though|although|though|while|whereas)\b.{3,200}?,(?! ?(?:19|20)\d\d)", re.IGNORECASE),
    re.compile(r", (?:in which|where|by which|as) (?:we|you)\b.{3,160}?,(?! ?(?:19|20)\d\d)", re.IGNORECASE),
    re.compile(r"^(?:obwohl|auch wenn|bien que|aunque|sebbene|anche se)\b.{3,200}?,", re.IGNORECASE),
    re.compile(r"(?:虽然|尽管|即使|雖然)[^,;。]{2,120}[,;]"),
    re.compile(r"\b(?:our|the) (?:earlier|previous|last|first) (?:message|email|notice)\b.{0,160}\b(?:in error|by mistake)\b", re.IGNORECASE),
)  # fmt: skip
_REQUEST = re.compile(
    r"\b(?:please|kindly) (?:\w+ )?(?:provide|send|submit|upload|give|explain|add|supply|tell|attach|complete)|\bsend us\b|\bwe (?:still )?need\b"
    r"|\bbitte (?:senden|reichen|erklären)|\bsenden Sie|\b(?:envíe|envíenos|explique|proporcione)\w*|\bveuillez (?:fournir|envoyer)|\b(?:invii|inviaci|fornisca)\b"
    r"|请(?:您)?(?:重新)?(?:提供|提交|发送|上传|补充|说明|解释)|ご提出ください|ご提供ください",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)


def conditional(folded: str) -> bool:
    """Whether a folded sentence sets a condition or asks a question, so that nothing in it has happened yet."""
    return bool(_CONDITION.search(folded)) or folded.rstrip(' "').endswith("?")


def asks(folded: str) -> bool:
    """Whether a folded sentence asks for something to be sent."""
    return bool(_REQUEST.search(folded)) and not re.search(
        r"\b(?:do not|don't)\b|请勿|不要", folded, re.IGNORECASE
    )


def stated(folded: str) -> str:
    """A folded sentence with what it concedes or takes back blanked out; as long as before."""
    for rule in _CONCEDED:
        folded = rule.sub(lambda hit: " " * len(hit[0]), folded)
    return folded


def unquoted(text: str) -> str:
    """A message with its quoted lines (`>`) blanked out, unless it holds nothing else; as long as before."""
    bare = _QUOTED.sub(lambda hit: " " * len(hit[0]), text)
    return bare if bare.strip() else text
