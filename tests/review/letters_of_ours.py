"""Whole letters, invented: two that are good in each language, one that is bad."""

GOOD = """Plan of action: cancellation rate
Larch Lane Toys · merchant token A3EXAMPLE00055 · Amazon.com · notice of November 9, 2026

Our cancellation rate passed the 2.5% target. 9 of 212 seller-fulfilled orders of November 1 to 7 were cancelled by us (4.25%). Two causes explain all 9 cancelled orders.

| Window | Cancelled | Orders | Rate | Target |
|---|---|---|---|---|
| 7 days, November 1 - November 7 | 9 | 212 | 4.25% | under 2.5% |

1. Root causes
1.1 Stock in the system above the stock on the shelf (6 orders). Returned sets were booked back before they were opened. LL-BLOCKS-40 showed 11 units while 3 complete ones were there.
1.2 Two channels sold the same units (3 orders). Our web shop took its stock number once a night; nobody had set a reserve for the hours between.

2. Actions completed
2.1 November 9: the stock of all 86 items was counted and corrected (Exhibit A, count sheet).
2.2 November 9: the 9 buyers were told that their money had been returned and when it will arrive (Exhibit B, messages).
2.3 November 10: returned sets are booked to a locked shelf until they are opened and counted (Exhibit C, procedure and settings).
2.4 November 11: the two channels now share one stock number, updated every 10 minutes; a reserve of 2 units was set for each item (Exhibit D, settings before and after). Replayed on the 212 orders, none would be cancelled.

3. Prevention

| Measure | Who | How often | Acts when |
|---|---|---|---|
| Count of the 20 fastest items | Warehouse lead | every Monday and Thursday | any difference: corrected the same day, cause noted |
| Comparison of both channels' stock | Anna Berg | 9:00 and 16:00, every working day | difference above 1: offer closed until solved |
| Reorder list | Owner | every Friday | below 14 days of sales: ordered the same day |

4. Request
Please reactivate our seller-fulfilled offers. Orders ship within 2 business days; unopened returns are refunded within 24 hours.

Jo Larch, owner
"""

GOOD_ZH = """行动计划：迟发率
云杉家居 · 卖家记号 A3EXAMPLE00056 · Amazon.com · 2026 年 11 月 13 日的通知

我们的迟发率超过了 4% 的目标。2026 年 10 月 15 日至 11 月 13 日的 400 笔订单中有 30 笔迟发（7.5%）。

一、根本原因
1.1 备货时间短于承运人的揽收间隔（22 笔订单）。YS-TABLE-01 的备货时间设为 1 天，而承运人只在周二和周五揽收。
1.2 发货确认上传失败，未及时发现（8 笔订单）。订单系统在 11 月 2 日和 6 日晚间上传失败；系统没有报警，也没有人核对。

二、已采取的措施
2.1 11 月 14 日：已发出并确认全部 6 笔未完结订单，并告知买家送达日期（附件 A）。
2.2 11 月 14 日：备货时间由 1 天改为 4 个工作日（附件 B）。

三、预防措施
3.1 仓库主管每个工作日 11:00 和 16:00 核对当日应发订单；未确认的当天处理。
3.2 系统管理员每周一测试上传失败的报警。

四、请求
请恢复我们的卖家自行配送商品。
"""

COVER = """Documents for ASIN B0EXAMPL09
Larch Lane Toys · merchant token A3EXAMPLE00055 · notice of November 3, 2026

You asked for invoices of the last 365 days and supplier contact details for this product.

| You asked for | We send | Where to look |
|---|---|---|
| Invoices within 365 days before the notice | Exhibit A (January 12, 2026, 600 units); Exhibit B (June 30, 2026, 900 units) | Exhibit A line 3; Exhibit B line 1 |
| Supplier | Harbor Tools Co.: name, address, telephone and website on both invoices | Exhibit A, top left |

All files are complete and as issued. The buyer on both invoices is the company of this account.
"""

BAD = """Dear Amazon team,
I hope this message finds you well. We are a new seller and we did not know this rule.

Root cause:
The root cause is that our order defect rate was above 1%. The customers did not read the description.

Actions taken:
- We will improve our quality control.
- On November 31 our staff refunded all buyer.

Prevention:
- This will never happen again, we guarantee it.

Please give us a second chance, our family depends on this shop. Otherwise our lawyer will contact you. Contact: [phone].
"""
