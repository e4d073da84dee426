"""Where a letter can be shorter: its least valuable sentences first, until it has the length that is wanted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from appeal_core.case import Block, Case, Letter
from appeal_core.language import LANGS, Frozen, Lang, Message, message
from appeal_core.letter.edits import edited
from appeal_core.letter.own_words import body_blocks, count_words, own_places, own_values, words_of
from appeal_core.text.sentences import sentences

_EXHIBIT = re.compile(r"(?:Exhibits?|附件)\s*[A-Z]")
_PLAN_FOR_STORE = "wishes.plan_for_store"


class Cut(Frozen):
    """A sentence that may go: its place in the block's text, its words, and why it is the next one."""

    key: str
    block: str
    sentence: str
    start: int
    end: int
    words: int
    why: Message


class ShorteningPlan(Frozen):
    """`words` of the body now and `after` all `cuts`; `reached` says whether that is the target."""

    words: int
    target: int
    after: int
    cuts: tuple[Cut, ...] = ()

    @property
    def reached(self) -> bool:
        """Whether the cuts bring the letter to its target."""
        return self.after <= self.target


@dataclass(frozen=True)
class _Sentence:
    block: Block
    text: str
    start: int
    end: int
    first: bool
    values: frozenset[str]  # what it tells of the case
    optional: bool
    spare: bool  # the letter says what it must without it


def shortening(letter: Letter, lang: Lang, target: int) -> ShorteningPlan:
    """Sentences of the body to leave out until it has at most `target` words, the least valuable first.

    Offered is what a plan can do without: sentences of the seller's own free words and those that name an item's
    counts. Never: what a statement of ours says (it is the cause, the action, the request itself), the first
    sentence of a block, a gap, a mention of an exhibit, a table.
    """
    total = sum(count_words(words_of(b, lang)) for b in body_blocks(letter))
    candidates = [s for b in body_blocks(letter) for s in _sentences(letter, b, lang)]
    left, cuts = total, list[Cut]()
    offered = [s for s in candidates if s.spare and not s.first and not _EXHIBIT.search(s.text)]
    while left > target and offered:
        told = [s for s in candidates if s.text not in {c.sentence for c in cuts}]
        worth = {id(s): _worth(s, told) for s in offered}
        lowest = min(offered, key=lambda s: (worth[id(s)][0], -count_words(s.text), -s.start))
        offered.remove(lowest)
        cuts.append(_cut(lowest, worth[id(lowest)][1]))
        left -= cuts[-1].words
    return ShorteningPlan(words=total, target=target, after=left, cuts=tuple(cuts))


def _cut(sentence: _Sentence, why: Message) -> Cut:
    return Cut(
        key=f"{sentence.block.id}:{sentence.start}", block=sentence.block.id, sentence=sentence.text,
        start=sentence.start, end=sentence.end, words=count_words(sentence.text), why=why,
    )  # fmt: skip


def _sentences(letter: Letter, block: Block, lang: Lang) -> Iterator[_Sentence]:
    if block.table or block.chart or block.gaps or block.kind == "signature":
        return
    text = block.text.in_(lang)
    places = own_places(text, own_values(letter, block.facts))
    plan = letter.facts.get(_PLAN_FOR_STORE) if _PLAN_FOR_STORE in block.facts else None
    free = [v for v in _free_words(letter, block) if v]
    for n, span in enumerate(sentences(text)):
        said = frozenset(text[a:b].lower() for a, b in places if span.start <= a < span.end)
        bare = span.text.strip(" .。")
        optional = plan is not None and any(bare in value for value in plan.values)
        spare = block.edited or any(bare in value for value in free) or bool(_items(letter, block, span.text))
        yield _Sentence(block, span.text, span.start, span.end, n == 0, said, optional, spare)


def _free_words(letter: Letter, block: Block) -> Iterator[str]:
    """Whole sentences among the block's facts: what the seller wrote, not what fills a slot of ours."""
    for fact in (letter.facts[f] for f in block.facts if f in letter.facts):
        if fact.source == "seller" and ".slots." not in fact.ref:
            yield from fact.values


def _items(letter: Letter, block: Block, text: str) -> list[tuple[int, int]]:
    facts = [f for f in block.facts if f.startswith("driver.")]
    values = [v for v in own_values(letter, facts) if not v.replace(",", "").isdigit()]
    return own_places(text, values)


def _worth(sentence: _Sentence, told: Sequence[_Sentence]) -> tuple[float, Message]:
    """What would be lost with it: facts that stand nowhere else count full, others a quarter."""
    others = {value for s in told if s is not sentence for value in s.values}
    alone = {v for v in sentence.values if v not in others}
    if not sentence.values:
        return 0.0, message("No fact of the case stands in it.")
    if sentence.optional:
        return 0.5, message("A plan for the store is optional.")
    if not alone:
        return 0.25 * len(sentence.values), message("All its facts stand elsewhere in the letter.")
    return len(alone) + 0.25 * len(sentence.values), message("It tells the least of those that are left.")


def with_cuts(case: Case, letter: Letter, lang: Lang, plan: ShorteningPlan, keys: Collection[str]) -> Case:
    """The case with the cuts whose keys are given, as the seller's own words of those blocks.

    The twin sentence goes too, where both languages have as many sentences; else the other language waits for
    its words to be written.
    """
    blocks = {b.id: b for b in letter.blocks()}
    cuts = [c for c in plan.cuts if c.key in keys]
    edits = dict(case.edits)
    for block_id in dict.fromkeys(c.block for c in cuts):
        block = blocks[block_id]
        starts = {c.start for c in cuts if c.block == block_id}
        words = _shorter(block, lang, starts)
        edits[block_id] = edited(block, edits.get(block_id), letter.facts, **words)
    return case.replace(edits=edits)


def _shorter(block: Block, lang: Lang, starts: Collection[int]) -> dict[str, str | None]:
    spans = {each: sentences(block.text.in_(each)) for each in LANGS}
    gone = {n for n, span in enumerate(spans[lang]) if span.start in starts}
    alike = len(spans["en"]) == len(spans["zh"])
    return {
        each: _without(
            block.text.in_(each), [(s.start, s.end) for n, s in enumerate(spans[each]) if n in gone], each
        )
        if each == lang or alike
        else None
        for each in LANGS
    }


def _without(text: str, places: Sequence[tuple[int, int]], lang: Lang) -> str:
    for start, end in reversed(places):
        text = text[:start].rstrip() + ("" if lang == "zh" else " ") + text[end:].lstrip()
    return text.strip()
