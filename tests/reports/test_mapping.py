"""A table of unknown columns is read once the seller has said which is which."""

import pandas as pd
import pytest

from appeal_core.language import BadInput
from appeal_core.reports import from_parquet, guess_mapping, keep, read_report

TABLE = "单号,下单时间,订单编号,SKU,原因,买家姓名\n1,2026-11-02,900-1,MF-1,缺货,某人\n2,2026-11-03,900-2,MF-2,,某人\n".encode()
MAPPING = {
    "order_id": "订单编号",
    "day": "下单时间",
    "sku": "SKU",
    "reason": "原因",
    "what": "cancellation_rate",
}


def test_columns_are_guessed_by_their_names_but_never_a_buyers():
    unknown = read_report(TABLE, "erp.csv").summary
    assert unknown.kind is None and "买家姓名" not in unknown.columns
    guess = guess_mapping(unknown.columns)
    assert {k: guess[k] for k in ("order_id", "day", "sku")} == {
        "order_id": "订单编号",
        "day": "下单时间",
        "sku": "SKU",
    }
    assert "买家姓名" not in guess.values()


@pytest.mark.parametrize(
    ("headers", "what"),
    [
        (["Order No", "Date", "Late by"], "late_shipment_rate"),
        (["Order No", "Date", "Cancelled on"], "cancellation_rate"),
        (["Order No", "Date"], None),
    ],
)
def test_what_the_rows_are_is_guessed_only_where_the_headers_tell(headers, what):
    assert guess_mapping(headers).get("what") == what


LANGUAGES = [
    ("平台订单号,付款时间,货号,物流公司,运单号,揽收时间,收货人,取消原因",
     "order_id day sku carrier tracking_id scanned_date - reason", "cancellation_rate"),
    ("受注番号,注文日時,商品コード,配送会社,追跡番号,出荷日,氏名,理由",
     "order_id day sku carrier tracking_id shipped_date - reason", None),
    ("Bestell-Nr.,Bestelldatum,Artikelnummer,Versanddienstleister,Sendungsnummer,Versanddatum,Kundenname,Stornogrund",
     "order_id day sku carrier tracking_id shipped_date - reason", "cancellation_rate"),
    ("Numéro de commande,Date de commande,Transporteur,Numéro de suivi,Date d'expédition,Nom du client,Retard",
     "order_id day carrier tracking_id shipped_date - -", "late_shipment_rate"),
    ("Numero ordine,Data ordine,Codice articolo,Corriere,Data di spedizione,Destinatario,Reclamo",
     "order_id day sku carrier shipped_date - -", "order_defect_rate"),
    ("Número de pedido,Fecha del pedido,Transportista,Número de seguimiento,Fecha de envío,Destinatario,Motivo",
     "order_id day carrier tracking_id shipped_date - reason", None),
    ("Order No.,Order date,Courier,Tracking no,Ship by,First scan,Confirmed on,Customer name",
     "order_id day carrier tracking_id expected_ship_date scanned_date confirmed_date -", None),
]  # fmt: skip


@pytest.mark.parametrize(("header", "meant", "what"), LANGUAGES)
def test_columns_are_guessed_in_seven_languages(header, meant, what):
    guess = guess_mapping(header.split(","))
    expected = {f: h for f, h in zip(meant.split(), header.split(","), strict=True) if f != "-"}
    assert guess.pop("what", None) == what and guess == expected


def test_a_mapped_table_is_read_by_its_mapping():
    report = read_report(TABLE, "erp.csv", mapping=MAPPING)
    assert report.summary.kind == "mapped" and report.summary.used == 2
    assert report.frame["what"].unique().tolist() == ["cancellation_rate"]
    assert report.summary.signature == read_report(TABLE, "other.csv").summary.signature


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"order_id": ""}, "order ID"),
        ({"what": "happiness"}, "counted"),
        ({"sku": "nothing"}, "no column"),
        ({"reason": "买家姓名"}, "personal"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(change, why):
    with pytest.raises(BadInput, match=why):
        read_report(TABLE, "erp.csv", mapping=MAPPING | change)


def test_stripped_columns_are_kept_by_their_hash_and_come_back_the_same():
    report, data = keep(read_report(TABLE, "erp.csv", mapping=MAPPING))
    again, same = keep(read_report(TABLE, "erp.csv", mapping=MAPPING))
    assert data == same and report.summary.sha256 == again.summary.sha256 != ""
    pd.testing.assert_frame_equal(from_parquet(data), report.frame)
