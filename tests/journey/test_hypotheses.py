"""Root causes in the order of what the files say, with both sides of the evidence."""

import pandas as pd

from appeal_core.case import Driver, Hypothesis, Measurement, Measurements
from appeal_core.catalog import cause
from appeal_core.journey import hypotheses, samples
from appeal_core.language import message
from appeal_core.metrics import hypotheses as metrics_hypotheses

FOR = message("{hits} of {total} listed defects name a reason that points here.", hits=3, total=9)
AGAINST = message("None of the {total} listed defects names a reason that points here.", total=9)
CHANGE = message("No report answers this; what you find in the check below does.")
CODE = "late_shipment_rate"
ROOTS = [r.id for r in cause(CODE).root_causes]


def case_with(*told):
    case = samples.open_sample("shipped_late", "en", "x").case
    return case.replace(root_causes={}, measurements=Measurements(hypotheses=told))


def told(index, stands, score, *evidence):
    return Hypothesis(
        root_cause=ROOTS[index], stands=stands, score=score, evidence=evidence, would_change=(CHANGE,)
    )


def test_what_speaks_for_and_what_against_stand_apart():
    case = case_with(told(2, "for", 0.4, FOR, AGAINST))
    first = hypotheses.ranked(case, CODE)[0]
    assert (first.root.id, first.group) == (ROOTS[2], "for")
    assert (first.speaks_for, first.speaks_against) == ((FOR,), (AGAINST,))


def test_those_spoken_for_come_first_and_those_spoken_against_last():
    case = case_with(told(0, "against", -0.2, AGAINST), told(3, "for", 0.4, FOR), told(2, "for", 0.9, FOR))
    ranked = hypotheses.ranked(case, CODE)
    assert [one.root.id for one in ranked[:2]] == [ROOTS[2], ROOTS[3]]
    assert ranked[-1].root.id == ROOTS[0]


def test_one_that_the_seller_chose_comes_before_all():
    opened = samples.open_sample("shipped_late", "en", "x").case
    chosen = {key for key, answer in opened.root_causes.items() if answer.chosen}
    ranked = hypotheses.ranked(opened, CODE)
    assert {one.root.id for one in ranked[: len(chosen)]} == chosen


def test_an_unknown_one_shows_no_evidence_but_what_would_answer():
    case = case_with(
        told(1, "unknown", 0.0, message("Your files do not show this either way; the check below decides."))
    )
    one = next(r for r in hypotheses.ranked(case, CODE) if r.root.id == ROOTS[1])
    assert (one.speaks_for, one.speaks_against, one.would_change) == ((), (), (CHANGE,))


def test_measuring_writes_the_texts_that_are_known_to_speak_against():
    """Defects that spread as the orders do, and reasons that name something else."""
    even = Driver(by="sku", value="A", defects=4, orders=40, share=0.2, lift=1.0)
    measured = Measurement(
        code=CODE, fulfilment="seller", window=None, numerator=20, denominator=200, rate=0.1, target=0.04,
        condition="less_than", verdict="missed", basis="counted", defects=20, drivers=(even,),
    )  # fmt: skip
    rows = pd.DataFrame({"metric": [CODE] * 20, "counts": True, "reason": "something else"})
    roots = [root for code in (CODE, "order_defect_rate") for root in cause(code).root_causes]
    found = metrics_hypotheses.evidence_for(roots, measured, rows)
    assert {e.text for h in found if h.stands == "against" for e in h.evidence} == set(hypotheses._AGAINST)
