"""Files of an invented shop with a mark in every cell of a buyer, and the ways in which files get damaged."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import openpyxl

from appeal_core.reports.headers import is_personal
from tests.reports.shop import FAMILY_29, FAMILY_33, Shop, shop

MARK = "Qzxpaula"  # stands in every personal cell; nothing that is read may hold it
UNSHIPPED = (
    "order-id order-item-id purchase-date payments-date reporting-date promise-date days-past-promise buyer-email "
    "buyer-name payment-method-details cpf buyer-phone-number sku number-of-items product-name quantity-purchased "
    "quantity-shipped quantity-to-ship ship-service-level ship-service-name recipient-name ship-address-1 "
    "ship-address-2 ship-address-3 address-type ship-city ship-state ship-postal-code ship-country gift-wrap-type "
    "gift-message-text payment-method cod-collectible-amount already-paid payment-method-fee customized-url "
    "customized-page is-business-order purchase-order-number price-designation is-prime is-global-express "
    "is-premium-order buyer-company-name licensee-name license-number license-state license-expiration-date "
    "is-replacement-order is-exchange-order original-order-id is-transparency default-ship-from-address-name "
    "default-ship-from-address-field-1 default-ship-from-address-field-2 default-ship-from-address-field-3 "
    "default-ship-from-city default-ship-from-state default-ship-from-country default-ship-from-postal-code "
    "is-ispu-order store-chain-store-id is-buyer-requested-cancellation buyer-requested-cancel-reason ioss-number "
    "is-shipping-settings-automation-enabled ssa-carrier ssa-ship-method tax-collection-model "
    "tax-collection-responsible-party verge-of-cancellation verge-of-lateShipment signature-confirmation-recommended"
)
NEW = (
    "order-id order-item-id purchase-date payments-date buyer-email buyer-name buyer-phone-number sku product-name "
    "quantity-purchased currency item-price item-tax shipping-price shipping-tax ship-service-level recipient-name "
    "ship-address-1 ship-address-2 ship-address-3 ship-city ship-state ship-postal-code ship-country "
    "ship-phone-number delivery-start-date delivery-end-date delivery-time-zone delivery-Instructions sales-channel"
)
FBA_RETURNS = (
    "return-date order-id sku asin fnsku product-name quantity fulfillment-center-id detailed-disposition reason "
    "status license-plate-number customer-comments"
)
FBA_SHIPMENTS = (
    "amazon-order-id shipment-id purchase-date shipment-date buyer-email buyer-name buyer-phone-number sku "
    "product-name quantity-shipped ship-service-level recipient-name ship-address-1 ship-city ship-postal-code "
    "carrier tracking-number sales-channel"
)
FEEDBACK = "Date,Rating,Comments,Your Response,Order ID,Rater Email"
JAPANESE = ("TemplateType=OrderFulfillment\tVersion=2011.1102\t上の二行は消さないでください\t\r\n"
            "注文番号\t数量\t出荷日\t配送業者\r\n")  # fmt: skip


@dataclass(frozen=True)
class File:
    """A file as a seller has it; `store` is the marketplace that it is read for."""

    name: str
    data: bytes
    store: str = "US"


@cache
def whole_files() -> tuple[File, ...]:
    """Undamaged files of every sort, small."""
    made = {store: shop(store, orders=12) for store in ("US", "DE", "JP", "UK")}
    us, german, japanese = made["US"], made["DE"], made["JP"]
    feedback = _table(us, FEEDBACK.split(","), ",")
    unshipped = _table(us, UNSHIPPED.split())
    files = [
        File("orders.txt", us.all_orders(FAMILY_33, foreign=2)),
        File("orders.de.txt", german.all_orders(FAMILY_29, encoding="cp1252"), "DE"),
        File("orders.jp.txt", japanese.all_orders(encoding="cp932"), "JP"),
        File("orders.uk.txt", made["UK"].all_orders(encoding="utf-16"), "UK"),
        File("late.csv", us.late_report()),
        File("cancelled.csv", us.cancellation_report().replace(b",", b";")),
        File("defects.csv", us.order_defect_report()),
        File("new.txt", _table(us, NEW.split()).encode()),
        File("unshipped.txt", unshipped.encode()),
        File("unshipped.jp.txt", unshipped.replace("Amazon.com", "Amazon.co.jp").encode("cp932"), "JP"),
        File("fba_returns.txt", _table(us, FBA_RETURNS.split()).encode()),
        File("fba_shipments.csv", _table(us, FBA_SHIPMENTS.split(), ",").encode()),
        File("feedback.csv", feedback.encode("utf-8-sig")),
        File("feedback.txt", feedback.replace(",", "\t").encode("utf-16")),
        File("confirm.txt", (JAPANESE + "order-id\tquantity\tship-date\tcarrier-name\ttracking-number\r\n"
                             + "900-1\t1\t2026-11-01\tX\tT1\r\n").encode("cp932"), "JP"),
        File("performance.json", json.dumps(_performance()).encode()),
        File("performance.xml", _XML.encode()),
        File("feedback.xlsx", _workbook(feedback)),
    ]  # fmt: skip
    packed = [File(f.name + ".gz", gzip.compress(f.data), f.store) for f in files[:3]]
    return (*files, *packed, File("all.zip", _zip(files[:6])))


def damaged(seed: int) -> File:
    """One damaged file; the same seed gives the same."""
    draw = random.Random(seed)
    file = draw.choice(whole_files())
    data = file.data
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        data = draw.choice(DAMAGES)(data, draw)
    store = file.store if draw.random() < 0.8 else draw.choice(("US", "DE", "JP", "UK", "SE", "CA"))
    return File(file.name, data, store)


def _table(made: Shop, header: list[str], delimiter: str = "\t") -> str:
    rows = [[_cell(h, o.id, o.at.isoformat(), i) for h in header] for i, o in enumerate(made.orders)]
    return "\r\n".join(delimiter.join(r) for r in [header, *rows]) + "\r\n"


def _cell(header: str, order: str, at: str, number: int) -> str:
    if is_personal(header):
        return f"{MARK}{number}@example.org" if "mail" in header.lower() else f"{MARK} {number}"
    known = {
        "Date": "11/2/26", "Rating": "1", "Order ID": order, "sku": f"MF-{number % 3}", "product-name": "Bench 12\" x 18\"",
        "quantity": "1", "quantity-purchased": "1", "sales-channel": "Amazon.com", "days-past-promise": "-1",
        "reason": "DEFECTIVE", "carrier": "Carrier A",
    }  # fmt: skip
    if header.endswith("order-id"):
        return order
    return at if header.endswith("-date") else known.get(header, "")


def _performance() -> dict[str, object]:
    span = {"reportingDateFrom": "2026-10-15T00:00Z", "reportingDateTo": "2026-11-13T23:59Z"}
    late = {
        "reportingDateRange": span,
        "orderCount": 412,
        "lateShipmentCount": 37,
        "rate": 0.0898,
        "status": "BAD",
    }
    side = {
        "reportingDateRange": span,
        "orderCount": 90,
        "orderWithDefects": {"count": 2},
        "claims": {"count": 1},
    }
    entry = {"marketplaceId": "ATVPDKIKX0DER", "lateShipmentRate": late, "lateShipmentRateList": [late],
             "orderDefectRate": {"mfn": side, "afn": side}}  # fmt: skip
    return {"accountStatuses": [], "performanceMetrics": [entry]}


_XML = """<sellerPerformanceReports><sellerPerformanceReport><orderDefects><orderDefectMetrics>
<timeFrame><start>2026-09-01T00:00:00Z</start><end>2026-10-30T00:00:00Z</end></timeFrame><orderCount>200</orderCount>
<orderWithDefects><count>3</count><rate>1.50%</rate></orderWithDefects></orderDefectMetrics></orderDefects>
</sellerPerformanceReport></sellerPerformanceReports>"""


def _workbook(table: str) -> bytes:
    book = openpyxl.Workbook()
    for line in table.splitlines():
        book.active.append(line.split(","))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _zip(files: list[File]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for file in files:
            archive.writestr(file.name, file.data)
    return data.getvalue()


def _overwritten(data: bytes, draw: random.Random) -> bytes:
    at, junk = draw.randrange(len(data) + 1), draw.randbytes(draw.randint(1, 8))
    return data[:at] + junk + data[at + len(junk) :]


def _inserted(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] + draw.choice(_PIECES) * draw.randint(1, 3) + data[at:]


def _left_out(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] + data[at + draw.randint(1, 60) :]


def _cut(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] if draw.random() < 0.8 else data[at:]


def _lines(data: bytes, draw: random.Random) -> bytes:
    """Lines doubled, lost, turned round or shuffled; sometimes the header goes."""
    lines = data.splitlines(keepends=True)
    deed = draw.randrange(5)
    if deed == 0:
        return b"".join(lines[1:])
    if deed == 1:
        draw.shuffle(lines)
    elif deed == 2:
        lines = [line for line in lines for _ in range(draw.choice((1, 1, 2)))]
    elif deed == 3:
        lines = [line.rstrip(b"\r\n") + b"\t\r\n" for line in lines]
    else:
        lines = [draw.choice((line, line, b"\r\n", line.strip())) for line in lines]
    return b"".join(lines)


def _one_of_a_kind(data: bytes, draw: random.Random) -> bytes:
    """One separator, line end or quotation mark lost."""
    piece = draw.choice((b"\t", b"\r\n", b"\n", b",", b'"', b";"))
    places = [i for i in range(len(data)) if data.startswith(piece, i)]
    if not places:
        return data
    at = draw.choice(places)
    return data[:at] + data[at + len(piece) :]


def _changed_throughout(data: bytes, draw: random.Random) -> bytes:
    old, new = draw.choice(_CHANGES)
    return data.replace(old, new)


def _turned(data: bytes, draw: random.Random) -> bytes:
    """The text saved in another encoding."""
    text = data.decode("utf-8", errors="replace")
    return text.encode(
        draw.choice(("utf-16", "utf-16-le", "cp1252", "cp932", "gb18030", "utf-8-sig")), "replace"
    )


_PIECES = (
    b"\t",
    b",",
    b";",
    b'"',
    b"\r\n",
    b"\n",
    b"\r",
    b"\x00",
    b"\xff",
    b"\xe4\xb8",
    b"=1+1",
    b"9.2E+21",
    b"46000",
    b"|",
)
_CHANGES = (
    (b"\t", b","), (b",", b";"), (b"\t", b";"), (b"\r\n", b"\r"), (b"\r\n", b"\n"), (b"\n", b"\n\n"), (b"-", b"_"),
    (b"2026", b"26"), (b"e", b"\xe9"), (b"\t", b"\t\t"), (b"1", b"01"), (b"Order", b'"Order"'), (b" ", b'"'),
)  # fmt: skip
DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _overwritten, _inserted, _left_out, _cut, _lines, _one_of_a_kind, _changed_throughout, _turned,
)  # fmt: skip
