"""The steps of the journey: which the route needs, how far each is, what is next."""

import datetime as dt

import pytest

from appeal_core.catalog import routes
from appeal_core.journey import begin, samples, sending, tasks

NOW = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)


def routed(route: str):
    case = begin.new_case("x", NOW)
    given = {"route": route, "causes": ("late_shipment_rate",)}
    return case.replace(understanding=case.understanding.model_copy(update=given))


def statuses(case) -> dict[str, str]:
    return {t.page: t.status for t in tasks.tasks(case)}


@pytest.mark.parametrize("route", list(routes()))
def test_only_what_the_route_needs_is_shown(route):
    found = statuses(routed(route))
    assert list(found) == list(tasks.STEPS)
    needed = {page for page, status in found.items() if status != "not_needed"}
    assert needed == set(routes()[route].tasks) | {"notice"}


@pytest.mark.parametrize("route", list(routes()))
def test_the_next_page_is_the_next_one_needed(route):
    case = routed(route)
    needed = [p for p in tasks.STEPS if statuses(case)[p] != "not_needed"]
    walked = [tasks.next_page(case, page) for page in needed]
    assert walked[:-1] == needed[1:]


def test_an_empty_case_lacks_the_notice_first():
    notice = tasks.tasks(begin.new_case("x", NOW))[0]
    assert (notice.page, notice.status) == ("notice", "not_started")
    assert notice.missing.in_("en") == "the notice, or its cause"


@pytest.mark.parametrize("sample", [s.name for s in samples.overview()])
def test_a_sample_is_complete_up_to_its_sending(sample):
    found = statuses(samples.open_sample(sample, "en", "x").case)
    assert {s for p, s in found.items() if p not in ("submit", "follow_up")} <= {"complete", "not_needed"}
    assert found["submit"] == found["follow_up"] == "not_started"


def test_noting_the_sending_completes_it():
    opened = samples.open_sample("shipped_late", "en", "x")
    from appeal_core.journey import exporting

    package = exporting.package(opened.case, opened.files.__getitem__)
    sent = sending.with_attempt(opened.case, package, "plan_of_action", NOW, "account_health")
    found = statuses(sent)
    assert (found["submit"], found["follow_up"]) == ("complete", "in_progress")


@pytest.mark.parametrize(
    ("page", "path", "value", "missing"),
    [
        ("notice", "seller.signatory", "", "who signs"),
        ("actions", "actions.raise_handling_time.done_on", None, "when it was done"),
        ("causes", "root_causes.no_cover.check", "unknown", "its check"),
    ],
)
def test_a_page_that_lacks_an_answer_says_which(page, path, value, missing):
    case = samples.open_sample("shipped_late", "en", "x").case.with_value(path, value)
    found = {t.page: t for t in tasks.tasks(case)}
    assert found[page].status == "in_progress"
    assert found[page].missing.in_("en") == missing
    assert found["letter"].status != "complete"
