"""The letter bears the notice's own headings, and what stands under each answers it."""

from __future__ import annotations

import datetime as dt

import pytest

from appeal_core.case import Attempt, Case, Letter, Reply, Span, Words
from appeal_core.letter import compose, plain_text
from appeal_core.letter.headings import cleaned, named_points
from appeal_core.review.context import Context
from appeal_core.review.letters import draft_of_letter
from appeal_core.review.parts import cut
from appeal_core.review.rules.parts_out_of_order import RULE

from .conftest import CAUSE, diagnosis

EN = (
    "-- The root cause(s) of the late shipments;",
    "-- The actions you have taken to resolve the late shipments; and",
    "-- The steps you have taken to prevent late shipments going forward.",
)
ZH = (
    "- 导致延迟发货的根本原因。",
    "- 您为解决延迟发货问题已采取的措施；以及",
    "- 您为防止今后再次延迟发货已采取的措施。",
)
PLAN = ("root_cause", "actions", "prevention")


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(Span(start=10 * n, end=10 * n + 5, text=text) for n, text in enumerate(texts))


def asking(case: Case, *bullets: str, **more: object) -> Case:
    """The case whose notice has this list of demands."""
    notice = case.notices[0].model_copy(update={"diagnosis": diagnosis(bullets=spans(*bullets), **more)})
    return case.replace(notices=(notice,))


def answered(
    case: Case, *named: str, text: str = "We need more information from you to decide on your plan."
) -> Case:
    """The case after a sending of nothing that it holds now, and a reply that names these points."""
    sent = Attempt(
        sent_at=dt.datetime(2026, 11, 17, 10, tzinfo=dt.UTC), kind="plan_of_action", text="An older plan."
    )
    reply = Reply(
        text=text, received_on=dt.date(2026, 11, 19), outcome="plan_incomplete", named=spans(*named)
    )
    return case.replace(attempts={"one": sent}, replies={"one": reply})


def outline(letter: Letter, lang: str = "en") -> list[tuple[str, list[str]]]:
    """The headings of the plan's parts, and the blocks under each."""
    found: list[tuple[str, list[str]]] = []
    for section in letter.sections:
        if section.id in PLAN:
            title = section.title.en if lang == "en" else section.title.zh
            if title:
                found.append((title, []))
            found[-1][1].extend(b.id.removeprefix("supplement:") for b in section.blocks)
    return found


ROOTS, ACTIONS = ["root:short_handling", "root:failed_upload"], ["action:raise_handling", "action:alert"]


@pytest.mark.parametrize(
    ("lang", "bullets", "wanted"),
    [
        ("en", EN, ["1. The root cause(s) of the late shipments", "2. The actions you have taken to resolve the late shipments",
                    "3. The steps you have taken to prevent late shipments going forward"]),
        ("zh", EN, ["1. 根本原因", "2. 已完成的措施", "3. 预防措施"]),
        ("zh", ZH, ["1. 导致延迟发货的根本原因", "2. 您为解决延迟发货问题已采取的措施", "3. 您为防止今后再次延迟发货已采取的措施"]),
        ("en", ZH, ["1. Root causes", "2. Actions completed", "3. Prevention"]),
        ("en", (*EN, *ZH), ["1. The root cause(s) of the late shipments", "2. The actions you have taken to resolve the late shipments",
                            "3. The steps you have taken to prevent late shipments going forward"]),
        ("zh", (*EN, *ZH), ["1. 导致延迟发货的根本原因", "2. 您为解决延迟发货问题已采取的措施", "3. 您为防止今后再次延迟发货已采取的措施"]),
        ("en", (), ["1. Root causes", "2. Actions completed", "3. Prevention"]),
        ("en", ("- The root cause of the problem, the actions you have taken and the steps that prevent it",),
         ["1. Root causes", "2. Actions completed", "3. Prevention"]),
        ("en", ("-- The actions you have taken to resolve",), ["1. Root causes", "2. Actions completed", "3. Prevention"]),
        ("en", ("- Die Grundursache der verspäteten Sendungen.",), ["1. Root causes", "2. Actions completed", "3. Prevention"]),
        ("en", ("- The root cause of " + "very " * 20 + "late parcels",), ["1. Root causes", "2. Actions completed", "3. Prevention"]),
    ],
)  # fmt: skip
def test_the_three_parts_bear_the_notices_own_words(
    case: Case, lang: str, bullets: tuple[str, ...], wanted: list[str]
) -> None:
    found = outline(compose(asking(case, *bullets)), lang)
    assert [title for title, _ in found] == wanted
    assert [under for _, under in found] == [ROOTS, ACTIONS, ["prevention"]]


@pytest.mark.parametrize(
    ("bullet", "words"),
    [
        ("– Greater detail on the root causes of not providing valid tracking numbers.", "The root causes of not providing valid tracking numbers"),
        ("2) the actions you have taken to provide valid tracking; and", "The actions you have taken to provide valid tracking"),
        ("• “The root cause of late parcels”, or", "The root cause of late parcels"),
        ("1. 订单取消的根本原因；以及", "订单取消的根本原因"),
        ("- The steps you have taken to prevent buyers not receiving orders or late receipt of orders going forward.",
         "The steps you have taken to prevent buyers not receiving orders or late receipt of orders"),
    ],
)  # fmt: skip
def test_a_bullet_is_cleaned_of_its_marks_and_stops(bullet: str, words: str) -> None:
    assert cleaned(bullet) == words


def test_two_bullets_of_one_part_each_have_what_answers_them(case: Case) -> None:
    letter = compose(
        asking(
            case,
            "- The root cause of uploads that failed",
            "- The root cause of short handling times",
            *EN[1:],
        )
    )
    assert outline(letter)[:2] == [
        ("1. The root cause of uploads that failed", ["root:failed_upload"]),
        ("2. The root cause of short handling times", ["root:short_handling"]),
    ]
    assert [b.number for s in letter.sections[2:4] for b in s.blocks] == ["1.1", "2.1"]
    assert not letter.gaps()


def test_two_causes_of_a_notice_are_told_apart_by_their_names(case: Case) -> None:
    other = case.root_causes["short_handling"].model_copy(
        update={"cause": "cancellation_rate", "name": Words(en="Stock was not counted", zh="未盘点库存"), "slots": {},
                "text": Words(en="Two SKUs were sold after the last unit had gone", zh="两个 SKU 售罄后仍在售")}
    )  # fmt: skip
    case = case.replace(
        root_causes={**case.root_causes, "mine_stock": other},
        understanding=case.understanding.model_copy(update={"causes": (CAUSE, "cancellation_rate")}),
    )
    letter = compose(
        asking(case, "- The root cause of the late shipments", "- The root cause of the cancellations")
    )
    assert [under for _, under in outline(letter)[:2]] == [ROOTS, ["root:mine_stock"]]


def test_bullets_that_the_words_do_not_tell_apart_leave_one_part(case: Case) -> None:
    letter = compose(
        asking(case, "- The root cause of the violation", "- The root cause of the complaints", *EN[1:])
    )
    assert outline(letter)[0] == ("1. Root causes", ROOTS)


def test_a_bullet_that_no_root_cause_answers_is_a_hole(case: Case) -> None:
    root = {"failed_upload": case.root_causes["failed_upload"]}
    case = asking(
        case.replace(root_causes=root),
        "- The root cause of uploads that failed",
        "- The root cause of torn labels",
    )
    (gap,) = compose(case).gaps()
    assert (gap.page, gap.message.in_("en")) == (
        "causes",
        "what answers Amazon's point “The root cause of torn labels”",
    )


@pytest.mark.parametrize(
    "bullets",
    [EN, ZH, (), ("- The root cause of uploads that failed", "- The root cause of short handling", *EN[1:])],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_draft_under_such_headings_is_cut_into_its_parts(
    case: Case, bullets: tuple[str, ...], lang: str
) -> None:
    draft = cut(plain_text(compose(asking(case, *bullets)), lang), Context())
    assert draft.has_parts == set(PLAN)
    assert [len([i for i in draft.part(p) if i.kind == "point"]) for p in PLAN] == [2, 2, 2]


@pytest.mark.parametrize(
    ("line", "heads"),
    [("The steps you have taken to prevent packages without valid tracking", True),
     ("The root cause of the late shipments in October was that we had not", False)],
)  # fmt: skip
def test_a_bullet_as_a_heading_is_told_from_the_first_line_of_a_sentence(line: str, heads: bool) -> None:
    draft = cut(f"{line}\nCounted the parcels of each day against the carrier's list.", Context())
    assert (draft.items[0].kind == "heading") is heads
    assert len(draft.items) == (2 if heads else 1)


SCANS, HANDLING = "packages that were not uploaded", "handling times that were too short"


def test_each_point_that_a_reply_names_has_its_heading_and_all_that_answers_it(case: Case) -> None:
    letter = compose(answered(case, SCANS, HANDLING))
    assert letter.kind == "supplement"
    points = list(named_points(answered(case, SCANS, HANDLING)))
    assert outline(letter) == [
        ("1. Packages that were not uploaded", ["root:failed_upload", "action:alert", "prevention"]),
        ("2. Handling times that were too short", ["root:short_handling", "action:raise_handling",
                                                   f"prevention:{points[1].removeprefix('answers.')}"]),
    ]  # fmt: skip
    assert [b.number for b in letter.blocks() if b.kind == "point"] == ["1.1", "1.2", "2.1", "2.2"]
    assert not letter.gaps()
    assert [t for t, _ in outline(letter, "zh")] == [
        "1. 贵方来信要点：“Packages that were not uploaded”",
        "2. 贵方来信要点：“Handling times that were too short”",
    ]


def test_named_root_causes_take_the_actions_for_which_the_reply_has_no_heading(case: Case) -> None:
    letter = compose(answered(
        case, f"root causes of {SCANS}", f"root causes of {HANDLING}", "steps you have taken to prevent late handover"
    ))  # fmt: skip
    assert outline(letter) == [
        ("1. Root causes of packages that were not uploaded", ["root:failed_upload", "action:alert"]),
        (
            "2. Root causes of handling times that were too short",
            ["root:short_handling", "action:raise_handling"],
        ),
        ("3. Steps you have taken to prevent late handover", ["prevention"]),
    ]


def test_a_named_point_that_nothing_answers_is_a_hole_until_the_seller_answers_it(case: Case) -> None:
    case = answered(case, SCANS, HANDLING, "labels that could not be read")
    path = next(p for p, words in named_points(case).items() if words.startswith("Labels"))
    letter = compose(case)
    (gap,) = letter.gaps()
    assert (gap.page, gap.path) == ("causes", path)
    assert "Labels that could not be read" in plain_text(letter, "en").split("[missing: ")[1]
    told = Words(
        en="The print head was worn; 6 labels of November 3 were reprinted",
        zh="打印头磨损；11 月 3 日的 6 张标签已重新打印",
    )
    letter = compose(case.replace(answers={path.removeprefix("answers."): told}))
    assert not letter.gaps()
    assert outline(letter)[2] == (
        "3. Labels that could not be read",
        [f"heading:{path.removeprefix('answers.')}"],
    )


@pytest.mark.parametrize(
    ("named", "text", "titles"),
    [
        (("evidence that your plan runs",), "We need more information from you.", ["1. Root causes", "2. Actions completed", "3. Prevention"]),
        (("包裹未上传的原因",), "我们需要您提供更多信息，请说明包裹未上传的原因。", ["1. The first point of your message"]),
        (("包裹未上传的根本原因", "打印错误的根本原因"), "我们需要您提供更多信息，请说明根本原因。", ["1. Root causes, first point of your message", "2. Root causes, second point of your message", "3. Root causes", "4. Actions completed", "5. Prevention"]),
        (("why 12 parcels " + "were handed over late and " * 6,), "We need more information from you.",
         ["1. Why 12 parcels were handed over late and were handed over late and were handed over…"]),
    ],
)  # fmt: skip
def test_papers_other_languages_and_long_points(
    case: Case, named: tuple[str, ...], text: str, titles: list[str]
) -> None:
    assert [t for t, _ in outline(compose(answered(case, *named, text=text)))] == titles


def test_a_notice_that_wants_more_names_its_points_without_a_pasted_reply(case: Case) -> None:
    case = asking(answered(case), stage="more_information", details=spans(SCANS, HANDLING))
    assert [t for t, _ in outline(compose(case))] == [
        "1. Packages that were not uploaded",
        "2. Handling times that were too short",
    ]


def test_an_action_that_answers_the_first_point_is_no_part_out_of_order(case: Case) -> None:
    case = case.replace(root_causes={"short_handling": case.root_causes["short_handling"]})
    case = answered(case, "alerts to the clerk", HANDLING)
    letter = compose(case)
    assert [under[0] for _, under in outline(letter)][:2] == ["action:alert", "root:short_handling"]
    assert not list(RULE.check(draft_of_letter(letter, case, "en")))
