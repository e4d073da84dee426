"""Letters of invented shops, built as values: the export does not know how a letter is composed."""

from __future__ import annotations

import datetime as dt

import pytest

from appeal_core.case import Block, Chart, ChartPoint, Gap, Letter, Section, Table
from appeal_core.language import Bilingual, message


def both(en: str, zh: str) -> Bilingual:
    return Bilingual(en=en, zh=zh)


def same(text: str) -> Bilingual:
    return Bilingual(en=text, zh=text)


def _figures() -> Section:
    table = Table(
        caption=both("Late shipment rate", "迟发率"),
        header=(both("Window", "统计周期"), both("Late", "迟发"), both("Orders", "订单"), both("Rate", "比率"), both("Target", "目标")),
        rows=(
            (both("30 days, September 12 – October 11", "30 天，9 月 12 日至 10 月 11 日"), same("31"), same("388"), same("7.99%"), both("under 4%", "低于 4%")),
            (both("10 days, October 2 – October 11", "10 天，10 月 2 日至 10 月 11 日"), same("12"), same("119"), same("10.08%"), both("under 4%", "低于 4%")),
        ),
        numeric=(1, 2, 3),
    )  # fmt: skip
    start = dt.date(2026, 9, 12)
    points = tuple(
        ChartPoint(
            day=(start + dt.timedelta(days=i)).isoformat(), rate=0.021 + 0.00198 * i + (0.002 if i % 3 else 0)
        )
        for i in range(30)
    )
    chart = Chart(
        title=both("Late shipment rate, rolling 30 days", "迟发率（滚动 30 天）"),
        alt=both(
            "Line chart: the rate rises from 2.1% on September 12 to 7.99% on October 11 and passes the 4% target on September 22.",
            "折线图：迟发率从 9 月 12 日的 2.1% 上升到 10 月 11 日的 7.99%，9 月 22 日超过 4% 的目标。",
        ),
        points=points,
        target=0.04,
        target_label=both("Target: under 4%", "目标：低于 4%"),
    )
    return Section(
        id="figures",
        blocks=(
            Block(id="figures.table", kind="table", table=table),
            Block(
                id="figures.sources",
                text=both(
                    "Late orders: Late Shipment report of October 12. Order counts: Account Health page, same day.",
                    "迟发订单：10 月 12 日的迟发报告。订单数：同日的账户状况页面。",
                ),
            ),
            Block(id="figures.chart", kind="chart", chart=chart),
        ),
    )


def _points() -> tuple[Section, ...]:
    causes = Section(
        id="root_cause",
        title=both("1. Root causes", "1. 根本原因"),
        blocks=(
            Block(
                id="cause.handling", kind="point", number="1.1",
                heading=both("Handling time shorter than our collections allow (22 orders)", "备货时间短于取件间隔（22 笔订单）"),
                text=both(
                    "The shelves BR-SHELF-2 and BR-SHELF-3 were set to 1 day of handling, while our carrier collected on Mondays and Thursdays only. Of 81 orders for them, 22 could not be handed over by the expected ship date.",
                    "层架 BR-SHELF-2 和 BR-SHELF-3 的备货时间设置为 1 天，而承运人只在星期一和星期四取件。这些商品的 81 笔订单中，有 22 笔无法在预计发货日期之前交运。",
                ),
            ),
            Block(
                id="cause.confirm", kind="point", number="1.2",
                heading=both("Confirmations that failed unnoticed (9 orders).", "发货确认上传失败，未及时发现（9 笔订单）。"),
                text=both(
                    "The carrier scanned these parcels on time; our evening upload failed on October 1 and 5, and nobody compared parcels handed over with orders confirmed.",
                    "承运人已按时扫描这些包裹；我们 10 月 1 日和 5 日的晚间上传失败，也没有人核对已交运的包裹与已确认的订单。",
                ),
            ),
        ),
    )  # fmt: skip
    actions = Section(
        id="actions",
        title=both("2. Actions completed", "2. 已采取的措施"),
        blocks=(
            Block(
                id="action.handling", kind="point", number="2.1",
                text=both(
                    "October 13: handling time of both shelves changed from 1 to 4 business days (Exhibit A, settings before and after).",
                    "10 月 13 日：两款层架的备货时间从 1 个工作日改为 4 个工作日（附件 A，修改前后的设置）。",
                ),
                exhibits=("A",),
            ),
            Block(
                id="action.upload", kind="point", number="2.2",
                text=both(
                    "[missing: the day it was done]: failed uploads are retried every 15 minutes (Exhibits A and B).",
                    "【缺少：完成日期】：上传失败后每 15 分钟重试一次（附件 A 和 B）。",
                ),
                gaps=(Gap(id="g1", message=message("the day it was done"), page="actions"),),
            ),
        ),
    )  # fmt: skip
    return causes, actions


def _ending() -> tuple[Section, ...]:
    measures = Table(
        header=(both("Measure", "措施"), both("Who", "负责人"), both("How often", "频率"), both("Acts when", "触发条件")),
        rows=(
            (
                both("Orders due today against orders scanned and confirmed", "核对今日应发订单与已扫描、已确认的订单"),
                both("Warehouse lead", "仓库主管"),
                both("11:00 and 16:00, every working day", "每个工作日 11:00 和 16:00"),
                both("any order due and not confirmed: shipped or escalated the same day", "任何到期未确认的订单：当天发货或上报"),
            ),
            (
                both("Alert for failed uploads", "上传失败报警"),
                both("System administrator", "系统管理员"),
                both("continuous; test every Monday", "持续运行；每周一测试"),
                both("first failure", "首次失败"),
            ),
        ),
    )  # fmt: skip
    exhibits = Table(
        header=(both("Exhibit", "附件"), both("Document", "文件"), both("What it shows", "证明内容")),
        rows=(
            (same("A"), both("Shipping settings, before and after", "配送设置（修改前后）"), both("handling time of both shelves", "两款层架的备货时间")),
            (same("B"), both("Upload log of October 14", "10 月 14 日的上传记录"), both("retry after a failed upload", "上传失败后的重试")),
        ),
    )  # fmt: skip
    return (
        Section(
            id="prevention",
            title=both("3. Prevention", "3. 预防措施"),
            blocks=(Block(id="prevention.table", kind="table", table=measures),),
        ),
        Section(
            id="request",
            title=both("4. Request", "4. 请求"),
            blocks=(
                Block(
                    id="request.text",
                    text=both("Please reactivate our seller-fulfilled offers.", "请恢复我们的卖家自行配送商品。"),
                ),
            ),
        ),
        Section(
            id="exhibits",
            title=both("Exhibits", "附件清单"),
            blocks=(Block(id="exhibits.table", kind="exhibits", table=exhibits),),
        ),
        Section(
            id="signature",
            blocks=(Block(id="signature.text", kind="signature", text=both("Lan Qiu, owner\nBirch & Rail Living", "邱岚，店主\nBirch & Rail Living")),),
        ),
    )  # fmt: skip


def plan() -> Letter:
    """A plan of action with everything that a letter can hold."""
    opening = Section(
        id="opening",
        blocks=(
            Block(
                id="opening.text",
                text=both(
                    "Our late shipment rate passed the 4% target. These delays came from our own settings and monitoring. Two causes explain all 31 late orders.",
                    "我们的迟发率超过了 4% 的目标。这些延误源于我们自己的设置和监控。两个原因可以解释全部 31 笔迟发订单。",
                ),
            ),
        ),
    )
    return Letter(
        kind="plan_of_action",
        title=both("Plan of action: late shipment rate", "行动计划：迟发率"),
        reference=both(
            "Birch & Rail Living · merchant token A2EXAMPLE11111 · Amazon.com · notice of October 12, 2026, case 9000000077",
            "Birch & Rail Living · 卖家编号 A2EXAMPLE11111 · Amazon.com · 2026 年 10 月 12 日的通知，问题编号 9000000077",
        ),
        store="Birch & Rail Living",
        case_id="9000000077",
        day="2026-10-15",
        author="Lan Qiu",
        sections=(opening, _figures(), *_points(), *_ending()),
    )


def cover() -> Letter:
    """A cover letter on A4 in British spelling, with unnumbered points."""
    table = Table(
        header=(both("You asked for", "要求"), both("We send", "提交"), both("Where to look", "位置")),
        rows=((both("Invoices within 365 days before the notice", "通知之前 365 天内的发票"), both("Exhibit A (12 January 2026, 600 units)", "附件 A（2026 年 1 月 12 日，600 件）"), both("line 3", "第 3 行")),),
    )  # fmt: skip
    exhibits = Table(
        header=(both("Exhibit", "附件"), both("Document", "文件")),
        rows=((both("Exhibit A", "附件 A"), both("Supplier invoice", "供应商发票")),),
    )
    return Letter(
        kind="document_cover",
        title=both("Documents for ASIN B0EXAMPLE7", "ASIN B0EXAMPLE7 的文件"),
        reference=both("Harrow Lane Tools · Amazon.co.uk", "Harrow Lane Tools · Amazon.co.uk"),
        store="Harrow Lane Tools", paper="a4", spelling="british", day="2026-03-02", author="Mia Brook",
        sections=(
            Section(id="documents", title=both("Documents", "文件"), blocks=(
                Block(id="d.lead", text=both("You asked for invoices.", "贵方要求提供发票。")),
                Block(id="d.table", kind="table", table=table),
                Block(id="d.p1", kind="point", text=both("All files are complete and as issued.", "所有文件均完整且未经修改。")),
                Block(id="d.p2", kind="point", text=both("The buyer is the company of this account.", "发票的买方即本账户的公司。")),
            )),
            Section(id="exhibits", title=both("Exhibits", "附件清单"), blocks=(Block(id="x", kind="exhibits", table=exhibits),)),
        ),
    )  # fmt: skip


def status() -> Letter:
    """A status request: one paragraph, no parts."""
    return Letter(
        kind="status_request",
        title=both("Status of our appeal", "申诉进度查询"),
        reference=both("Birch & Rail Living · case 9000000077", "Birch & Rail Living · 问题编号 9000000077"),
        store="Birch & Rail Living", case_id="9000000077", day="2026-10-23", author="Lan Qiu",
        sections=(Section(id="opening", blocks=(Block(id="s", text=both("We sent our plan on October 15.", "我们已于 10 月 15 日提交行动计划。")),)),),
    )  # fmt: skip


def unnumbered() -> Letter:
    """A dispute whose part titles bear no number while its points do; one gap is not in its text."""
    return Letter(
        kind="dispute",
        title=both("Dispute of the notice of June 3, 2026", "对 2026 年 6 月 3 日通知的异议"),
        reference=same("Oak & Loom"), store="Oak & Loom", day="2026-06-05", author="Tom Field",
        sections=(
            Section(id="grounds", title=both("Grounds", "理由"), blocks=(
                Block(id="g1", kind="point", number="3", text=both("Third point.", "第三点。")),
                Block(id="g2", kind="point", number="4", text=both("Fourth point.", "第四点。")),
                Block(id="g3", kind="point", number="7.2", text=both("Point seven two.", "第七点之二。"),
                      gaps=(Gap(id="g", message=message("add the exhibit"), page="evidence"),)),
            )),
        ),
    )  # fmt: skip


LETTERS = {"plan": plan, "cover": cover, "status": status, "unnumbered": unnumbered}


@pytest.fixture(params=sorted(LETTERS))
def any_letter(request: pytest.FixtureRequest) -> Letter:
    """Each kind of letter in turn."""
    return LETTERS[request.param]()


@pytest.fixture
def plan_letter() -> Letter:
    """The plan of action."""
    return plan()


@pytest.fixture
def letters() -> dict[str, Letter]:
    """Every letter by its name."""
    return {name: make() for name, make in LETTERS.items()}
