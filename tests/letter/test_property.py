"""Whatever is answered, or left open, the letter holds: no filling, no leak, every figure a fact."""

from __future__ import annotations

import re
import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from appeal_core.case import Case, Words
from appeal_core.letter import KINDS, boxes, compose, plain_text, spans

FIGURE = re.compile(r"\d+(?:[.,]\d+)*%?")
words = st.builds(
    Words,
    en=st.text(alphabet=string.ascii_letters + " .{}[]%0123456789", max_size=30),
    zh=st.text(alphabet="退款重拍核对 29，。", max_size=12),
)


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
        notices=case.notices if data.draw(flags) else (),
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
