"""An invented shop with late shipments, and the letters that its case makes."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from appeal_core.case import (
    ActionAnswer,
    Ask,
    Attempt,
    Case,
    CauseFound,
    DayCount,
    Diagnosis,
    Driver,
    Exhibit,
    LetterWishes,
    MeasureAnswer,
    Measurement,
    Measurements,
    Notice,
    Reply,
    ReportSummary,
    RootCauseAnswer,
    Seller,
    TypedCount,
    Window,
    Words,
)
from appeal_core.catalog import Action, Cause, Measure, RootCause
from appeal_core.language import Bilingual
from appeal_core.letter import knowledge

HERE = Path(__file__).parent
CAUSE = "late_shipment_rate"
_real_cause = knowledge.cause


@pytest.fixture(autouse=True)
def invented_cause(monkeypatch: pytest.MonkeyPatch) -> Cause:
    """The catalogue's late shipment rate with the invented root causes, actions and measures of these tests."""
    invented = yaml.safe_load((HERE / "cause.yaml").read_text(encoding="utf-8"))
    kinds = {"root_causes": RootCause, "actions": Action, "measures": Measure}
    parts = {field: tuple(kind.model_validate(i) for i in invented[field]) for field, kind in kinds.items()}
    real = _real_cause(CAUSE)
    assert real
    entry = real.model_copy(update=parts)
    monkeypatch.setattr(knowledge, "cause", lambda code: entry if code == CAUSE else _real_cause(code))
    return entry


def measurement(days: int, start: dt.date, bad: int, total: int | None, **more: Any) -> Measurement:
    """A late shipment rate of the invented shop."""
    window = Window(days=days, **{"from": start, "to": dt.date(2026, 11, 13)})
    given: dict[str, Any] = {
        "code": CAUSE, "fulfilment": "seller", "window": window, "numerator": bad, "denominator": total,
        "rate": bad / total if total else None, "target": 0.04, "condition": "less_than",
        "verdict": "missed", "basis": "stated", "files": ("late.csv",),
    }  # fmt: skip
    return Measurement(**{**given, **more})


def measurements() -> Measurements:
    """Two windows, a daily count and the items' counts."""
    first = dt.date(2026, 10, 15)
    daily = tuple(
        DayCount(
            day=first + dt.timedelta(n),
            numerator=(2 if 8 <= n < 15 else 1) if n >= 0 else 0,
            denominator=14 if n < 0 or n % 4 else 13,
        )
        for n in range(-20, 30)
    )
    drivers = (
        Driver(by="sku", value="AP-BENCH-01", defects=20, orders=60, share=0.54),
        Driver(by="sku", value="AP-BENCH-02", defects=9, orders=34, share=0.24),
    )
    return Measurements(
        as_of=dt.date(2026, 11, 13),
        reports=(ReportSummary(file="late.csv", kind="late_shipment_report"),),
        metrics=(
            measurement(30, first, 37, 412, daily=daily, drivers=drivers),
            measurement(10, dt.date(2026, 11, 4), 14, 123),
        ),
    )


def diagnosis(**more: Any) -> Diagnosis:
    """What the invented notice says."""
    given: dict[str, Any] = {
        "text": "…", "language": "en", "stage": "seller_fulfilled_off", "scope": "seller_fulfilled",
        "causes": (CauseFound(code=CAUSE, score=0.97),), "route": "plan_of_action",
    }  # fmt: skip
    return Diagnosis(**{**given, **more})


def asks(*codes: str) -> tuple[Ask, ...]:
    """Demands of the invented notice."""
    return tuple(Ask(start=0, end=1, text="…", code=code) for code in codes)


@pytest.fixture
def case() -> Case:
    """A case with every answer given."""
    received = dt.datetime(2026, 11, 14, 2, 0, tzinfo=dt.UTC)  # November 13 in the store's zone
    return Case(
        id="case-1",
        created_at=received,
        seller=Seller(
            store_name="Alder & Pine", store_name_zh="桤木与松", legal_name="Alder Pine Trading Co., Ltd.",
            merchant_token="A3EXAMPLE00099", case_id="9000000099", signatory="Lin Hua",
        ),
        notices=(Notice(text="…", received_at=received, diagnosis=diagnosis()),),
        measurements=measurements(),
        typed={f"{CAUSE}:30": TypedCount(metric=CAUSE, days=30, denominator=412)},
        root_causes={
            "failed_upload": RootCauseAnswer(
                cause=CAUSE, check="yes", chosen=True, orders=8, slots={"day": Words(en="2026-11-02")},
                found=Words(en="All 8 were scanned on time", zh="这 8 笔订单均按时扫描"),
            ),
            "short_handling": RootCauseAnswer(
                cause=CAUSE, check="yes", chosen=True, orders=29,
                slots={
                    "items": Words(en="AP-BENCH-01, AP-BENCH-02"), "days_set": Words(en="1"),
                    "weekdays": Words(en="Tuesdays and Fridays", zh="周二和周五"),
                },
            ),
            "storm": RootCauseAnswer(cause=CAUSE, check="no", chosen=False),
        },
        actions={
            "alert": ActionAnswer(
                cause=CAUSE, chosen=True, done_on=dt.date(2026, 11, 15), exhibit="e_log", slots={"who": Words(en="clerk")}
            ),
            "raise_handling": ActionAnswer(
                cause=CAUSE, chosen=True, done_on=dt.date(2026, 11, 14), exhibit="e_settings",
                slots={"items": Words(en="AP-BENCH-01 AP-BENCH-02"), "old": Words(en="1"), "new": Words(en="4")},
            ),
        },
        measures={
            "weekly_review": MeasureAnswer(
                cause=CAUSE, chosen=True, owner="operations_manager", starts=dt.date(2026, 11, 16),
                slots={"limit": Words(en="2")},
            ),
            "upload_alert": MeasureAnswer(cause=CAUSE, chosen=True, owner="Chen Wei"),
        },
        exhibits={
            "e_settings": Exhibit(
                kind="settings_before_after", title=Words(en="Handling time before and after", zh="备货时间修改前后"),
                issued_on=dt.date(2026, 11, 14), where_to_look=Words(en="page 1, both columns", zh="第 1 页两列"), sha256="aa",
            ),
            "e_log": Exhibit(kind="system_log", title=Words(en="Upload log", zh="上传日志"), sha256="bb"),
        },
        wishes=LetterWishes(
            day=dt.date(2026, 11, 17),
            plan_for_store=Bilingual(en="The two benches come back last", zh="两款长凳最后恢复"),
        ),
    )  # fmt: skip


@pytest.fixture
def kinds_of_case(case: Case) -> dict[str, Case]:
    """A case for each letter kind."""
    papers = {
        "e_invoice": Exhibit(
            kind="invoice", title=Words(en="Invoice of Harbor Tools", zh="Harbor Tools 发票"),
            issued_on=dt.date(2026, 1, 12), where_to_look=Words(en="line 3", zh="第 3 行"), answers="invoices",
        ),
        "e_notice": Exhibit(kind="reactivation_notice", title=Words(en="Reactivation mail", zh="重新激活邮件")),
    }  # fmt: skip
    attempt = Attempt(
        sent_at=dt.datetime(2026, 11, 17, 10, 0, tzinfo=dt.UTC), kind="plan_of_action",
        text="failed uploads now alert the order clerk", files={"a.pdf": "aa"},
    )  # fmt: skip
    reply = Reply(text="…", received_on=dt.date(2026, 11, 19), outcome="plan_incomplete")
    sent = case.replace(attempts={"one": attempt}, replies={"one": reply})
    documents = case.replace(
        exhibits=papers,
        notices=(case.notices[0].model_copy(update={"diagnosis": diagnosis(
            asks=asks("invoices", "root_cause", "supplier_contact"), asins=("B0EXAMPL01",), accounts=("Alder Outlet",),
            complaint_ids=("7000000001",), scope="listing",
        )}),),
        answers={
            "files_as_issued": Words(en="yes"), "situation": Words(en="own_account"),
            "reactivated_on": Words(en="2026-11-10"),
            "relation": Words(en="Both accounts belong to our company", zh="两个账户都属于我们公司"),
            "dispute_ground": Words(en="authorized"),
            "dispute_said": Words(en="Exhibit A names us as the buyer", zh="附件 A 上的购买方是我们"),
        },
    )  # fmt: skip
    of = {
        "document_cover": documents, "dispute": documents, "intellectual_property": documents,
        "compliance_evidence": documents, "related_account": documents, "listing_appeal": documents,
        "funds_request": documents, "supplement": sent, "implementation_proof": sent, "escalation": sent,
        "status_request": case.replace(attempts={"one": attempt}), "plan_of_action": case,
    }  # fmt: skip
    return {kind: c.replace(wishes=c.wishes.model_copy(update={"kind": kind})) for kind, c in of.items()}


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with its file in `golden/`; CANDOR_WRITE_GOLDEN=1 writes the file instead."""

    def check(name: str, text: str) -> None:
        path = HERE / "golden" / name
        if os.environ.get("CANDOR_WRITE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return check
