"""The missing points that a reply names, in Amazon's own words: the list that the next letter must answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from appeal_core.case import Span
from appeal_core.follow_up.meaning import holds_any
from appeal_core.text.folding import fold

_TOPIC = re.compile(
    r"(?:greater|more|further|additional) detail(?:s)? (?:on|about|regarding|of) (?:the )?(?P<a>.{3,200})"
    r"|(?:explain|tell us|describe|including|includes|add|include) (?P<b>(?:how you (?:will|plan|intend|inspect|keep|check|make|ensure)|why|what in your).{3,200})"
    r"|(?:does|did)(?: not|n't) (?:address|include|explain|contain|describe|say|mention|cover|show) (?P<c>.{3,200})"
    r"|fails? to (?:address|explain|describe|include) (?P<h>.{3,200})"
    r"|(?:is|are|was) missing (?P<i>(?:the|any|your|how|why) .{3,200})"
    r"|leaves? out (?P<j>.{3,200})"
    r"|could not find (?:any )?(?P<k>.{3,120})"
    r"|(?:only|one|main) (?:point|thing|part|item) (?:that is )?(?:missing|open|lacking) is (?P<p>.{3,200})"
    r"|must also (?:cover|include|explain|describe|show) (?P<q>.{3,200})"
    r"|(?:explica|explique|spieg\w+|expliquez) (?P<r>(?:cómo|por qué|come|perché|comment|pourquoi) .{3,200})"
    r"|还(?:需|需要|缺)(?:您)?(?:补充|说明|提供)(?P<s>.{2,60})"
    r"|(?P<l>root causes?.{0,40}) (?:is|are) (?:too general|too vague|not sufficient|insufficient|unclear)"
    r"|(?:erklären|erläutern) Sie(?: bitte)?,? (?P<m>(?:wie|warum) .{3,200})"
    r"|(?:说明|解释|阐述)(?:您)?(?:将)?(?P<d>(?:如何|怎样|为什么|为何).{2,80})|(?:关于|有关)(?P<e>.{2,60}?)的?更(?:多|详细)"
    r"|说明(?P<n>.{2,60}?的原因)|(?:缺少)(?:针对|关于)?(?P<o>.{2,60})"
    r"|(?P<f>(?!\W*(?:关于|有关)).{2,60}?)的?更(?:多|详细|加详细)(?:的)?(?:信息|说明|详情|细节)"
    r"|(?:未|没有)(?:说明|解释|包含|涉及|提及|提到)(?P<g>.{2,60})",
    re.IGNORECASE,
)
# Ends of the standard sentences: where nothing follows them, nothing is named.
_BARE = re.compile(
    r"^(?:root causes?(?:\(s\))?|actions? you(?:'ve| have)? taken|steps you(?:'ve| have)? taken|evidence(?: or examples)?"
    r"|each of its .{3,80}|the following.{0,40})"
    r"(?: (?:of|to|that|which))?(?: (?:the|your|this|these|prevent|resolve|address|fix))*"
    r"(?: (?:issues?|problems?|(?:policy )?violations?|complaints?|in the future|going forward|demonstrate.*|recurrence))*[\s.;:,]*$",
    re.IGNORECASE,
)
_BARE_ZH = re.compile(
    r"^(?:的)?(?:我们所需的?信息|所需信息|根本原因|措施|详细信息|您(?:已)?采取的.{0,12}措施|预防措施|问题)?[\s。；;]*$"
)


def named_points(spans: Sequence[Span]) -> tuple[Span, ...]:
    """What the sentences name as missing, as they word it; `spans` keep the reply's own offsets."""
    found: list[Span] = []
    for span in spans:
        hit = _TOPIC.search(span.text.replace("’", "'"))
        group = next((g for g, value in hit.groupdict().items() if value), None) if hit else None
        if hit is None or group is None:
            continue
        start, end = hit.span(group)
        raw = span.text[start:end]
        bare = raw.strip().rstrip(".;。； ")
        if _BARE.match(bare.replace("’", "'")) or _BARE_ZH.match(bare):
            continue
        start += span.start + len(raw) - len(raw.lstrip())
        found.append(Span(start=start, end=start + len(bare), text=bare))
    return tuple(found)


_HAD = re.compile(
    r"\byou(?:r plan)? (?:explained|described|named)|^it addresses|\bcovers?\b|说明了", re.IGNORECASE
)
_LACK = re.compile(
    r"could not find|is missing|are missing|leaves? out|fails? to|not (?:include|address|say|describe|explain|mention)"
    r"|too general|未包含|没有(?:说明|提到|包含)|缺少(?!我们)",
    re.IGNORECASE,
)
_POOR = re.compile(
    r"plan (?:of action )?(?:is|was) (?:not |in)|not a (?:valid|complete|acceptable) plan|root causes?.{0,40}(?:not sufficient|too general|insufficient)"
    r"|计划(?:不|并不|未|尚不)|(?:计划|改善計画).{0,6}不(?:十分|完全|足)|原因(?:并)?不(?:够)?(?:充分|具体)|plan.{0,40}unvollständig",
    re.IGNORECASE,
)  # fmt: skip


def lacks_some(spans: Sequence[Span], named: Sequence[Span], tongues: Sequence[str]) -> bool:
    """Whether a reply names something that is missing, instead of asking for all three parts again."""
    folded = [fold(s.text) for s in spans]
    lacking = [s for s in folded if _LACK.search(s) or holds_any(s, ("gap", "unknown_yet"), tongues)]
    asked = " ".join(s for s in folded if not _HAD.search(s) and s not in lacking)
    parts = sum(holds_any(asked, (kind,), tongues) for kind in ("cause", "fix", "prevent"))
    if lacking or named:
        return parts < 3
    return parts < 3 and bool(parts or any(_POOR.search(s) for s in folded))
