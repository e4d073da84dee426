"""Words that stand in notices of any cause: they name no cause, set no clock and hide no demand."""

from __future__ import annotations

import pytest

from appeal_core.notice import diagnose

COPYRIGHT = """Hello,
We have removed your Amazon selling privileges because of complaints that we received from rights owners.
Complaint Type: Copyright infringement ASIN: B0QQTEST01 B0QQTEST02
To maintain a trusted marketplace for buyers and sellers, we take immediate action when we identify a buyer complaint
regarding the condition and authenticity of products.
What you can do
Send us a plan of action that includes a description of the issues that caused the complaints."""
IDENTITY = """我们暂停了您的亚马逊卖家账户。
为什么会发生这种情况?
我们需要一些其他文件来验证您的身份。
如何重新激活我的账户?
请提供日期在最近 90 天内的天然气、电力、自来水或互联网服务账单。
这些文档必须真实且未经修改。请通过此链接
(https://sellercentral.amazon.com/cu/contact-us)
提交您的文件。"""
RIGHTS = """当店のアカウント健全性評価は216ですが、本日停止になりました。以下、届いたメールです。
ご担当者様
出品者様のAmazon出品用アカウントは停止されています。
なぜこの措置がとられましたか?
出品者様のアカウントにおいて知的財産権の侵害が生じているため、このたびの決定に至りました。"""


@pytest.mark.parametrize(
    ("text", "causes"),
    [(COPYRIGHT, ["copyright"]), (IDENTITY, ["identity_verification"]), (RIGHTS, ["intellectual_property"])],
    ids=["a trusted marketplace", "an address with ps in it", "a rating that the seller tells of"],
)
def test_a_standard_sentence_names_no_second_cause(text, causes):
    assert [c.code for c in diagnose(text).causes if c.score >= 0.7] == causes


def test_a_block_of_a_buyers_reviews_is_no_relation_of_accounts():
    text = (
        "We noticed unusual voting activity associated with this account. We removed all of this account's reviews, "
        "and the account is no longer able to contribute ratings and other related community content."
    )
    assert not diagnose(text).causes


def test_how_old_an_invoice_may_be_is_no_deadline():
    text = "出品の再開をご希望の場合は、仕入れ先から発行された、発行日から90日以内の請求書をご提出ください。"
    assert diagnose(text).deadline is None


def test_a_demand_between_the_marks_of_an_old_forum_is_read():
    text = (
        "+We have removed your selling privileges because of complaints about used items sold as new.+\n\n"
        "+When you respond, include a plan of action with the following:+\n\n+1. Description of the issues that caused the complaints.+\n"
        "+2. Explanation of the steps you have taken to resolve the issues.+\n"
    )
    assert {a.code for a in diagnose(text).asks} >= {"plan_of_action", "root_cause", "corrective_actions"}


def test_a_bill_of_gas_or_water_is_asked_for_by_its_own_name():
    assert "utility_bill" in {a.code for a in diagnose(IDENTITY).asks}


def test_a_listing_that_stays_off_until_something_is_done_was_removed_and_no_appeal_refused():
    text = (
        "We have removed your listing because of a buyer complaint. Your listing will remain inactive until we can "
        "work with you to resolve the concern."
    )
    assert diagnose(text).stage == "listing_removed"


@pytest.mark.parametrize(
    ("sentence", "demanded"),
    [
        ("您为解决这些问题已采取的措施。", False),
        ("- 为解决所有问题，您采取了哪些措施。", False),
        ("The actions you have taken to resolve the policy violation.", False),
        ("- Explanation of the steps you have taken to resolve the issues.", False),
        ("请在账户状况页面处理所有未解决的违规。", True),
        ("请解决每项政策违规。", True),
        ("Please address all outstanding policy violations on your Account Health page.", True),
    ],
)
def test_what_was_done_about_the_issues_is_no_demand_to_go_through_the_violations(sentence, demanded) -> None:
    before = "Your selling account was deactivated.\nTo reactivate it, please provide:"
    if not sentence.isascii():
        before = "您的销售账户已被停用。\n要重新激活账户，请提供："
    notice = f"{before}\n{sentence}\n"
    assert ("per_violation" in {a.code for a in diagnose(notice).asks}) is demanded
