"""Findings become stretches of a text that a page can mark: apart, in order, each finding opened once."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from appeal_core.case import SEVERITIES, Finding
from appeal_core.journey.marking import Stretch, stretches
from appeal_core.language import message

SAID = message("Nothing found. That is no promise; let somebody read it.")
TEXT = 60


def finding(start, end, severity="advice"):
    return Finding(rule="r", severity=severity, start=start, end=end, message=SAID, why=SAID)


def test_a_grave_word_inside_a_long_advice_keeps_its_own_colour_and_number():
    found = stretches([(1, finding(0, 30)), (2, finding(10, 20, "blocker"))], TEXT)
    assert found == (
        Stretch(0, 10, "advice", (1,)),
        Stretch(10, 20, "blocker", (2,)),
        Stretch(20, 30, "advice"),
    )


def test_a_lesser_finding_inside_a_grave_one_still_has_its_number():
    found = stretches([(1, finding(0, 30, "blocker")), (2, finding(10, 20))], TEXT)
    assert found == (Stretch(0, 10, "blocker", (1,)), Stretch(10, 30, "blocker", (2,)))


def test_two_findings_of_the_same_words_share_one_mark():
    assert stretches([(3, finding(5, 9)), (4, finding(5, 9, "warning"))], TEXT) == (
        Stretch(5, 9, "warning", (3, 4)),
    )


def test_what_is_missing_empty_or_outside_the_text_has_no_mark():
    missing = finding(0, 1).model_copy(update={"start": None, "end": None})
    assert stretches([(1, missing), (2, finding(4, 4)), (3, finding(50, TEXT + 1))], TEXT) == ()


places = st.tuples(st.integers(0, TEXT), st.integers(0, TEXT), st.sampled_from(SEVERITIES))


@given(st.lists(places, max_size=12))
def test_stretches_are_apart_and_cover_what_was_found_and_nothing_else(drawn):
    numbered = list(enumerate((finding(*p) for p in drawn), 1))
    found = stretches(numbered, TEXT)
    assert all(a.end <= b.start for a, b in pairwise(found))
    spans = [(n, f) for n, f in numbered if f.start < f.end]
    for place in range(TEXT):
        over = [f.severity for _, f in spans if f.start <= place < f.end]
        marked = [s.severity for s in found if s.start <= place < s.end]
        assert marked == ([min(over, key=SEVERITIES.index)] if over else [])
    assert sorted(n for s in found for n in s.opens) == [n for n, _ in spans]
    assert all(s.start == dict(numbered)[n].start for s in found for n in s.opens)
