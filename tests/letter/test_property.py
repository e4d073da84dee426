"""Whatever is answered, or left open, the letter holds: no filling, no leak, every figure a fact."""

from __future__ import annotations

import datetime as dt
import re
import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from appeal_core.case import Attempt, Case, Reply, Span, Words
from appeal_core.letter import KINDS, boxes, compose, plain_text, spans

from .conftest import diagnosis

FIGURE = re.compile(r"\d+(?:[.,]\d+)*%?")
words = st.builds(
    Words,
    en=st.text(alphabet=string.ascii_letters + " .{}[]%0123456789", max_size=30),
    zh=st.text(alphabet="退款重拍核对 29，。", max_size=12),
)


BULLETS = (
    "- The root cause of the late shipments", "- The root cause(s) of uploads that failed on 3 days", "- 导致延迟发货的根本原因",
    "- The actions you have taken to resolve this; and", "- 您为解决延迟发货问题已采取的措施", "- The steps you have taken to prevent this.",
    "packages that were not scanned", "why 12 orders were late", "evidence of it", "{y} …", "- ",
)  # fmt: skip
SENT = Attempt(
    sent_at=dt.datetime(2026, 11, 17, 10, tzinfo=dt.UTC), kind="plan_of_action", text="An older plan."
)
ANSWER = Reply(text="We need more of this.", received_on=dt.date(2026, 11, 19), outcome="plan_incomplete")


def spans_of(data: st.DataObject) -> tuple[Span, ...]:
    """Any of the bullets, in any order."""
    texts = data.draw(st.lists(st.sampled_from(BULLETS), max_size=5))
    return tuple(Span(start=n, end=n + 1, text=text) for n, text in enumerate(texts))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_case_makes_a_letter_that_holds(case: Case, data: st.DataObject) -> None:
    def answered(answer, **fields):  # type: ignore[no-untyped-def]
        return answer.model_copy(update={k: data.draw(v) for k, v in fields.items()})

    flags = st.booleans()
    changed = case.replace(
        root_causes={
            k: answered(a, chosen=flags, check=st.sampled_from(["yes", "no", None]), found=words, orders=st.none() | st.integers(0, 60))
            for k, a in case.root_causes.items()
        },
        actions={
            k: answered(a, chosen=flags, text=words, exhibit=st.sampled_from(["e_log", "gone", None]))
            for k, a in case.actions.items()
        },
        measures={k: answered(a, chosen=flags, owner=st.sampled_from(["owner", "", "Chen Wei"]), trigger=words) for k, a in case.measures.items()},
        exhibits={k: answered(e, title=words, where_to_look=words) for k, e in case.exhibits.items() if data.draw(flags)},
        measurements=case.measurements if data.draw(flags) else None,
        notices=(case.notices[0].model_copy(update={"diagnosis": diagnosis(bullets=spans_of(data))}),) if data.draw(flags) else (),
        attempts={"one": SENT} if data.draw(flags) else {},
        replies={"one": ANSWER.model_copy(update={"named": spans_of(data)})} if data.draw(flags) else {},
    )  # fmt: skip
    kind = data.draw(st.sampled_from(KINDS))
    letter = compose(changed.replace(wishes=case.wishes.model_copy(update={"kind": kind})))
    assert letter == compose(changed.replace(wishes=case.wishes.model_copy(update={"kind": kind})))
    known = {token for f in letter.facts.values() for v in f.values for token in FIGURE.findall(v)}
    ids = [b.id for b in letter.blocks()]
    assert len(ids) == len(set(ids))
    for lang in ("en", "zh"):
        text, places = plain_text(letter, lang), spans(letter, lang)
        assert "None" not in text and "{{" not in text
        assert all(box.strip() for box in boxes(letter, lang).values())
        for block in letter.blocks():
            if block.id in places:
                start, end = places[block.id]
                body = text[start:end].removeprefix(block.number)
                assert set(FIGURE.findall(body)) <= known
    assert bool(letter.gaps()) == ("[missing: " in plain_text(letter, "en"))
