"""Amazon's replies, invented in its manner, and what follows from each."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from appeal_core.catalog import vocabulary
from appeal_core.catalog.cue_entries import ReplyMeanings
from appeal_core.catalog.cue_loader import replies
from appeal_core.follow_up.evaluate import evaluate, main
from appeal_core.follow_up.replies import read_reply
from appeal_core.language import BadInput
from appeal_core.text.labelled import read_labelled

CASES = [
    ("more_information", "supplement", "We received your submission but do not have enough information to reactivate your account.\n- Greater detail on the root cause(s) of the issue\n- Greater detail on the actions you have taken to resolve the issue\n- Greater detail on the steps you have taken to prevent the issue going forward."),
    ("more_information", "supplement", "我们收到了您的申诉，但信息不足，无法恢复您的账户。请提供：\n-- 有关根本原因的更多详细信息\n-- 有关您为解决问题已采取的措施的更多详细信息\n-- 有关您为防止问题再次发生采取的措施的更多详细信息"),
    ("plan_incomplete", "supplement", "Your plan is not complete. Please explain how you will prevent non-receipt and late-receipt complaints."),
    ("plan_incomplete", "supplement", "This is not a valid plan of action. Explain how you will prevent late shipments."),
    ("plan_incomplete", "supplement", "您的行动计划不完整。请说明您将如何防止订单迟发。"),
    ("not_implemented", "implementation_proof", "The corrective action items you have listed have not been implemented."),
    ("not_implemented", "implementation_proof", "您列出的纠正措施尚未实施。"),
    ("documents_invalid", "document_cover", "You have not submitted required documents or the documents submitted are invalid."),
    ("documents_invalid", "document_cover", "您提交的发票无法核实，请重新提交。"),
    ("compliance_evidence", "compliance_evidence", "Please send evidence and an explanation that demonstrates how your account complies with our Drop Shipping policy."),
    ("final", "none", "Your account remains deactivated. This decision was made after reviewing both your account and the information provided. We may not respond to further emails about this issue."),
    ("final", "none", "Upon careful consideration, we have decided not to reinstate your selling privileges."),
    ("final", "none", "这是最终决定，我们可能不再回复后续邮件。"),
    ("refused", "escalation", "Thank you for your appeal. Your account will not be reinstated. This decision was made after reviewing your account."),
    ("refused", "escalation", "经过审核，我们决定不恢复您的账户。"),
    ("refused", "escalation", "審査の結果、アカウントの再開はできません。"),
    ("reinstated", "none", "Thank you for your submission. Your account has been reactivated and you may sell on Amazon again."),
    ("reinstated", "none", "您好，您的卖家账户现已恢复，您可以重新开始销售。"),
    ("acknowledged", "none", "We received your appeal and are reviewing it. We will respond within two days."),
    ("acknowledged", "none", "我们已收到您的申诉，正在审核。"),
    ("verification", "document_cover", "To continue, please schedule a video call so that we can verify your identity."),
    ("unknown", "none", "Kind regards to the team."),
]  # fmt: skip


@pytest.mark.parametrize(("outcome", "letter", "text"), CASES)
def test_a_reply_has_its_outcome_and_next_letter(outcome: str, letter: str, text: str) -> None:
    found = read_reply(text)
    assert (found.outcome, found.next_letter) == (outcome, letter)
    assert found.advice.en and found.advice.zh
    assert bool(found.evidence) == (outcome != "unknown")
    assert all(found.text[e.start : e.end] == e.text for e in (*found.evidence, *found.named))


def test_a_refusal_outranks_a_quoted_reinstated() -> None:
    text = "We have decided not to reactivate your account.\n\nOn Mon, Nov 2, 2026 at 9:00 AM Amazon <a@amazon.com> wrote:\n> Your account has been reinstated."
    assert read_reply(text).outcome == "refused"


def test_the_newest_message_decides_also_when_it_is_good() -> None:
    text = "Your account has been reactivated.\n\n-----Original Message-----\nFrom: seller-performance@amazon.com\nSent: Monday, November 2, 2026\n\nYour account remains deactivated."
    assert read_reply(text).outcome == "reinstated"


@pytest.mark.parametrize(
    "text",
    [
        "If your account has been reinstated, you can ignore this mail.",
        "Once you have reactivated that account, your account can be reinstated.",
    ],
)
def test_a_condition_is_no_reinstatement(text: str) -> None:
    assert read_reply(text).outcome != "reinstated"


def test_what_the_plan_lacks_is_named_in_amazons_words() -> None:
    found = read_reply(
        "Your plan is not complete. Please explain how you will prevent non-receipt and late-receipt complaints."
    )
    assert [n.text for n in found.named] == ["how you will prevent non-receipt and late-receipt complaints"]


def test_a_chinese_point_is_named_without_the_words_around_it() -> None:
    found = read_reply(
        "我们目前没有足够的信息来重新激活您的账户。请发送：\n-- 关于导致迟发的根本原因的更多详情"
    )
    assert [n.text for n in found.named] == ["导致迟发的根本原因"]


def test_named_sub_causes_are_kept_when_all_parts_are_asked_again() -> None:
    found = read_reply(
        "We do not have enough information.\n- Greater detail on the root causes of not providing valid tracking numbers.\n"
        "- Greater detail on the actions you have taken to provide valid tracking numbers.\n"
        "- Greater detail on the steps you have taken to prevent not providing valid tracking numbers."
    )
    assert found.outcome == "more_information"
    assert found.named[0].text == "root causes of not providing valid tracking numbers"


def test_waiting_ends_five_business_days_later_by_the_stores_holidays() -> None:
    received = "We received your appeal and are reviewing it."
    assert read_reply(received).wait_until is None
    assert read_reply(received, dt.date(2026, 11, 20), "US").wait_until == dt.date(
        2026, 11, 30
    )  # Thanksgiving
    assert read_reply(received, dt.date(2026, 11, 20), "UK").wait_until == dt.date(2026, 11, 27)


def test_outcomes_are_those_of_the_vocabulary() -> None:
    assert {r.code for r in replies()} == set(vocabulary("outcomes"))


def test_an_empty_reply_is_told() -> None:
    with pytest.raises(BadInput):
        read_reply("")


LABELLED = read_labelled(Path(__file__).parent / "replies.jsonl")


def test_of_the_labelled_replies_at_least_95_in_100_are_read_right_and_none_falsely_as_good_news() -> None:
    score = evaluate(LABELLED)
    assert score.replies >= 120
    assert score.right >= 0.97 * score.replies, score.misses
    assert score.false_good == 0, score.misses


NOTICES = [
    notice
    for path in sorted((Path(__file__).parents[1] / "notice/sets").glob("*.yaml"))
    for notice in yaml.safe_load(path.read_text(encoding="utf-8"))
    if notice.get("stage") not in ("not_enforcement", "unknown", None)
]


def test_no_notice_of_an_enforcement_is_read_as_good_news() -> None:
    assert len(NOTICES) > 200
    assert [n["id"] for n in NOTICES if read_reply(n["text"]).outcome == "reinstated"] == []


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        ("reinstated", "The suspension of your account has been revoked."),
        ("unknown", "When will your account be reactivated? You will find the answer on our help pages."),
        ("refused", "There is nothing that would make us revise this assessment of your account."),
        ("more_information", "Send it in again, please: cause, correction, prevention."),
        ("reinstated", "您账户的限制已解除。"),
        ("unknown", "如何重新激活我的账户？"),
        ("refused", "我们不会改变这一处理结果。"),
    ],
)
def test_what_no_phrase_says_is_read_by_its_kinds_of_words(outcome: str, text: str) -> None:
    assert read_reply(text).outcome == outcome


def test_an_unclear_line_about_the_account_does_not_hand_on_the_good_news_below() -> None:
    text = "We will write again about your account.\n\nOn Tue, Nov 10, 2026 at 8:14 AM Amazon wrote:\n> Your account has been reactivated."
    assert read_reply(text).outcome != "reinstated"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"meanings": [{"code": "refused", "all": ["nosuch"]}]}, "nosuch"),
        ({"words": {"en": {"goods": "(account"}}, "meanings": []}, "goods"),
    ],
)
def test_a_meaning_of_unknown_words_or_a_broken_pattern_is_told(changed: dict[str, Any], told: str) -> None:
    document = {
        "source": "trade knowledge",
        "checked_on": "2026-11-23",
        "status": "unverified",
        "words": {},
        **changed,
    }
    with pytest.raises(ValueError, match=told):
        ReplyMeanings.model_validate(document)


def test_every_outcome_has_labelled_replies_in_both_languages() -> None:
    for lang in ("en", "zh"):
        labels = {label for item in LABELLED if item["lang"] == lang for label in item["outcomes"]}
        assert labels == set(vocabulary("outcomes"))


def test_ten_levels_of_quoted_mail_do_not_hide_the_answer() -> None:
    quoted = "\n".join(
        f"{'>' * level} {'Your account has been reactivated.' if level % 2 else 'We may not respond to further emails.'}"
        for level in range(1, 11)
    )
    assert read_reply(f"We do not have enough information.\n\n{quoted}").outcome == "more_information"
    assert read_reply(quoted).outcome != "unknown"  # nothing but quoted lines: they are what there is


def test_a_line_above_a_forwarded_answer_only_hands_it_on() -> None:
    text = "见下。\n\n-----Original Message-----\nFrom: Amazon <a@amazon.com>\nSent: Monday, November 2, 2026\n\nYour account remains deactivated."
    assert read_reply(text).outcome == "refused"


def test_good_news_beside_something_still_switched_off_is_asked_about() -> None:
    assert read_reply("We have restored the listing. Your account remains deactivated.").outcome == "unknown"


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Your plan is missing information about refunds. It fails to address the late orders.", "the late orders"),
        ("The only point missing is a description of your quality check.", "a description of your quality check"),
        ("您的行动计划还需补充发货前质量检查的具体流程。", "发货前质量检查的具体流程"),
        ("请说明您将如何防止订单迟发。", "如何防止订单迟发"),
    ],
)  # fmt: skip
def test_the_missing_point_is_named(text: str, point: str) -> None:
    found = read_reply(text)
    assert point in [n.text for n in found.named]
    assert all(found.text[n.start : n.end] == n.text for n in found.named)


@pytest.mark.parametrize(
    "line",
    ["", "no json", '{"text": "x"}', '{"text": "x", "outcomes": ["approved"]}', '["x"]'],
)
def test_a_file_of_labels_that_cannot_be_used_is_told(
    tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "given.jsonl"
    path.write_text(line, encoding="utf-8")
    assert main([str(path)]) == 2
    assert capsys.readouterr().err.startswith("error: ")


def test_the_score_is_printed_with_its_misses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "given.jsonl"
    path.write_text(
        '{"id": "a", "lang": "en", "text": "Your account has been reactivated.", "outcomes": ["refused"]}\n',
        encoding="utf-8",
    )
    assert main([str(path)]) == 0
    out = capsys.readouterr().out
    assert "read as good news   1" in out
    assert "a: refused -> reinstated" in out
