"""An invented shop whose true counts are known, and the files that Seller Central would give of it.

Everybody and everything in it is made up; the buyers' names are there to be dropped.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

PERSON = "Paula Invented"
STREET = "1 Nowhere Lane"
FAMILY_33 = (
    "amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel "
    "order-channel ship-service-level product-name sku asin item-status quantity currency item-price item-tax "
    "shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount "
    "ship-city ship-state ship-postal-code ship-country promotion-ids cpf is-business-order purchase-order-number "
    "price-designation signature-confirmation-recommended"
)
FAMILY_29 = (
    "amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel "
    "order-channel url ship-service-level product-name sku asin item-status quantity currency item-price item-tax "
    "shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount "
    "ship-city ship-state ship-postal-code ship-country promotion-ids"
)
FAMILY_AU = FAMILY_29.replace("fulfillment-channel", "fulfilment-channel").replace(
    "quantity", "quantity-purchased"
)
FAMILY_ARCHIVED = (
    "amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel "
    "order-channel url ship-service-level product-name sku asin item-status quantity currency item-price item-tax "
    "shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount "
    "ship-country promotion-ids is-business-order purchase-order-number price-designation ship-promotion-id "
    "customized-url customized-page is-heavy-or-bulky is-replacement-order"
)
FAMILIES = (FAMILY_33, FAMILY_29, FAMILY_AU, FAMILY_ARCHIVED)
CHANNELS = {
    "US": "Amazon.com", "DE": "Amazon.de", "JP": "Amazon.co.jp", "UK": "Amazon.co.uk", "FR": "Amazon.fr",
    "AU": "Amazon.com.au", "IN": "Amazon.in",
}  # fmt: skip
ZONES = {
    "US": "America/Los_Angeles", "DE": "Europe/Berlin", "JP": "Asia/Tokyo", "UK": "Europe/London",
    "FR": "Europe/Paris", "AU": "Australia/Sydney", "IN": "Asia/Kolkata",
}  # fmt: skip
NAMES = {"US": 'Bench 12" x 18"', "UK": "Bench, grey", "DE": "Gähnen-Löwe für draußen", "JP": "木製ベンチ",
         "FR": "Banc d'été", "AU": "Bench", "IN": "Bench"}  # fmt: skip


@dataclass(frozen=True)
class Order:
    id: str
    at: dt.datetime  # UTC
    seller: bool
    skus: tuple[str, ...]
    cancelled: bool = False

    def day(self, store: str) -> dt.date:
        return self.at.astimezone(ZoneInfo(ZONES[store])).date()


@dataclass(frozen=True)
class Package:
    order: Order
    promised: dt.date
    valid: bool
    category: str
    tracking: str  # empty: none was given


@dataclass(frozen=True)
class Delivery:
    order: Order
    units: int
    promised: dt.date
    extended: dt.date | None
    delivered: dt.date


@dataclass
class Shop:
    store: str = "US"
    last: dt.date = dt.date(2026, 11, 13)
    orders: list[Order] = field(default_factory=list)
    late: set[str] = field(default_factory=set)
    confirmed_late_only: set[str] = field(default_factory=set)
    cancelled_by_seller: set[str] = field(default_factory=set)
    feedback: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    chargebacks: set[str] = field(default_factory=set)
    packages: list[Package] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    scans: dict[str, dt.date] = field(default_factory=dict)

    def within(self, days: int, lag: int, *, seller: bool = True) -> set[str]:
        """The true orders of a window, by a count of its own."""
        end = self.last - dt.timedelta(days=lag)
        start = end - dt.timedelta(days=days - 1)
        return {o.id for o in self.orders if o.seller == seller and start <= o.day(self.store) <= end}

    def written(self, day: dt.date) -> str:
        """A day as Account Health writes it in this store."""
        if self.store == "US":
            return f"{day.month}/{day.day}/{day:%y}"
        return f"{day:%y}/{day.month}/{day.day}" if self.store == "JP" else f"{day.day}/{day.month}/{day:%y}"

    def all_orders(self, family: str = FAMILY_33, *, foreign: int = 0, encoding: str = "utf-8") -> bytes:
        """The All Orders file; `foreign` rows of another store stand at its end."""
        header = family.split()
        rows = [self._row(o, sku, header, CHANNELS[self.store]) for o in self.orders for sku in o.skus]
        other = CHANNELS["UK" if self.store != "UK" else "DE"]
        rows += [self._row(self.orders[i], "MF-A", header, other) for i in range(foreign)]
        return ("\r\n".join(["\t".join(header), *rows]) + "\r\n").encode(encoding)

    def _row(self, order: Order, sku: str, header: list[str], channel: str) -> str:
        cells = {
            "amazon-order-id": order.id,
            "purchase-date": order.at.strftime("%Y-%m-%dT%H:%M:%S+00:00"),
            "last-updated-date": order.at.strftime("%Y-%m-%dT%H:%M:%S+00:00"),
            "order-status": "Cancelled" if order.cancelled else "Shipped",
            "fulfillment-channel": "Merchant" if order.seller else "Amazon",
            "fulfilment-channel": "MFN" if order.seller else "AFN",
            "sales-channel": channel,
            "ship-service-level": "Standard",
            "product-name": NAMES[self.store],
            "sku": sku,
            "asin": "B0EX" + sku.replace("-", "")[:6].ljust(6, "0"),
            "item-status": "Cancelled" if order.cancelled else "Shipped",
            "quantity": "0" if order.cancelled else "1",
            "quantity-purchased": "0" if order.cancelled else "1",
            "ship-city": "NOWHERE",
            "ship-postal-code": "00000",
        }
        return "\t".join(cells.get(name, "") for name in header)

    def late_report(self) -> bytes:
        rows = [
            "Order Date,Order ID,Expected Ship Date,Actual Ship Date,Ship Confirmation Date,Impacts Account Health"
        ]
        for order in (o for o in self.orders if o.id in self.late):
            day = order.day(self.store)
            due = day + dt.timedelta(days=1)
            shipped = due if order.id in self.confirmed_late_only else due + dt.timedelta(days=1)
            days = [self.written(d) for d in (day, due, shipped, due + dt.timedelta(days=1))]
            rows.append(f"{days[0]},{order.id},{days[1]},{days[2]},{days[3]},Yes")
        spared = next(
            (o for o in self.orders if o.seller and o.id not in self.late and o.id in self.within(30, 0)),
            None,
        )
        if spared is not None:
            day = self.written(spared.day(self.store))
            rows.append(f"{day},{spared.id},{day},{day},{day},No")
        return ("\n".join(rows) + "\n").encode("utf-8-sig")

    def cancellation_report(self) -> bytes:
        rows = ["Order Date,Order ID,Impacts Account Health"]
        rows += [
            f"{self.written(o.day(self.store))},{o.id},Yes"
            for o in self.orders
            if o.id in self.cancelled_by_seller
        ]
        return ("\n".join(rows) + "\n").encode()

    def cancellations_by_whom(self) -> bytes:
        """A download with every cancelled order of the seller's own and who cancelled it."""
        rows = ["Order Date;Order ID;Cancelled By;Cancellation Reason"]
        for o in (o for o in self.orders if o.seller and o.cancelled):
            mine = o.id in self.cancelled_by_seller
            who, why = ("Seller", "No inventory") if mine else ("Buyer", "Buyer requested")
            rows.append(f"{self.written(o.day(self.store))};{o.id};{who};{why}")
        return ("\n".join(rows) + "\n").encode("utf-16")

    def returns(self) -> bytes:
        """Returns of the seller's own orders, those with a claim marked."""
        rows = [
            "Order ID\tOrder date\tReturn request date\tAmazon RMA ID\tA-to-Z Claim\tReturn Reason\tMerchant SKU"
        ]
        for n, o in enumerate(o for o in self.orders if o.seller):
            if o.id in self.claims or n % 9 == 0:
                day = f"{o.day(self.store):%d-%b-%Y}"
                mark = "Y" if o.id in self.claims else "N"
                rows.append(f"{o.id}\t{day}\t{day}\tD{n}\t{mark}\tCR-DEFECTIVE\t{o.skus[0]}")
        return ("\n".join(rows) + "\n").encode()

    def own_list(self) -> bytes:
        """Every order once, as a Chinese seller's own program writes it."""
        rows = ["订单号,下单日期,配送方式,货号"]
        rows += [
            f"{o.id},{o.day(self.store):%Y-%m-%d},{'卖家自行配送' if o.seller else '亚马逊配送'},{o.skus[0]}"
            for o in self.orders
        ]
        return ("\r\n".join(rows) + "\r\n").encode("gb18030")

    def performance(self, amazon_id: str) -> bytes:
        """Amazon's own figures of the late shipment and order defect rates."""

        def block(days: int, lag: int, **counts: object) -> dict[str, object]:
            end = self.last - dt.timedelta(days=lag)
            start = end - dt.timedelta(days=days - 1)
            span = {"reportingDateFrom": f"{start}T00:00Z", "reportingDateTo": f"{end}T23:59:59Z"}
            return {"reportingDateRange": span, "status": "NONE", **counts}

        late = [
            block(d, 0, orderCount=len(w := self.within(d, 0)), lateShipmentCount=len(self.late & w))
            for d in (10, 30)
        ]
        bad = self.feedback | self.claims | self.chargebacks
        sides = {
            name: block(60, 15, orderCount=len(w := self.within(60, 15, seller=own)), orderWithDefects={"count": len(bad & w)},
                        claims={"count": len(self.claims & w)})
            for name, own in (("mfn", True), ("afn", False))
        }  # fmt: skip
        entry = {"marketplaceId": amazon_id, "lateShipmentRateList": late, "orderDefectRate": sides}
        return json.dumps({"accountStatuses": [], "performanceMetrics": [entry]}).encode()

    def order_defect_report(self) -> bytes:
        rows = [
            "Order Date,Order ID,Fulfillment Method,Negative Feedback,A-to-z Claim,Chargeback,Impacts Account Health"
        ]
        for o in self.orders:
            if o.id in self.feedback | self.claims | self.chargebacks:
                kinds = (self.feedback, self.claims, self.chargebacks)
                marks = ["Yes" if o.id in s else "No" for s in kinds]
                side = "Seller" if o.seller else "Amazon"
                rows.append(f"{self.written(o.day(self.store))},{o.id},{side},{','.join(marks)},Yes")
        return ("\n".join(rows) + "\n").encode()

    def valid_tracking_report(self) -> bytes:
        """The older file: every package, those without valid tracking marked."""
        rows = ["Order ID,Carrier,Tracking ID,Promised Delivery Date,No Valid Tracking,Product Category"]
        for p in self.packages:
            mark = "" if p.valid else "X"
            rows.append(f"{p.order.id},USPS,{p.tracking},{self.written(p.promised)},{mark},{p.category}")
        return ("\n".join(rows) + "\n").encode()

    def on_time_delivery_report(self) -> bytes:
        """The units that were late by the promise without extensions."""
        rows = [
            "Order ID,SKU and Unit Count,Order Date,Carrier First Scan Date,"
            "Promised Delivery Date (without promise extension),Promised Delivery Date (with promise extension),"
            "Actual Delivery Date,Carrier Name"
        ]
        for d in (d for d in self.deliveries if d.delivered > d.promised):
            scan = self.written(self.scans[d.order.id]) if d.order.id in self.scans else ""
            days = [self.written(x) if x else "" for x in (d.promised, d.extended, d.delivered)]
            first = f"{d.order.id},{d.order.skus[0]} ({d.units}),{self.written(d.order.day(self.store))}"
            rows.append(f"{first},{scan},{','.join(days)},USPS")
        return ("\n".join(rows) + "\n").encode()

    def feedback_report(self) -> bytes:
        """Low ratings of the orders in `feedback`, and three stars of a few others, which are no defect."""
        neutral = {o.id for o in self.orders[3::40]} - self.feedback
        rows = ["Date\tRating\tComments\tYour Response\tOrder ID\tRater Email"]
        for o in (o for o in self.orders if o.id in self.feedback | neutral):
            stars = 3 if o.id in neutral else 1 + int(o.id[-1]) % 2
            rows.append(f"{self.written(self.last)}\t{stars}\tslow\t\t{o.id}\tpaula@example.org")
        return ("\n".join(rows) + "\n").encode()

    def new_orders(self) -> bytes:
        """A file with the buyers in it."""
        header = (
            "order-id order-item-id purchase-date payments-date buyer-email buyer-name buyer-phone-number sku "
            "product-name quantity-purchased recipient-name ship-address-1 ship-city ship-postal-code"
        )
        rows = [
            "\t".join([
                o.id, "1", o.at.isoformat(), o.at.isoformat(), "paula@example.org", PERSON, "555-0100", o.skus[0],
                "Bench", "1", PERSON, STREET, "NOWHERE", "00000",
            ])
            for o in self.orders
        ]  # fmt: skip
        return "\n".join(["\t".join(header.split()), *rows]).encode() + b"\n"


def shop(store: str = "US", orders: int = 900, seed: int = 3) -> Shop:
    """A shop of `orders` orders over 100 days; many fall on another day in UTC than in the store."""
    draw = random.Random(seed)
    made = Shop(store)
    zone = ZoneInfo(ZONES[store])
    for number in range(orders):
        age = number * 100 // orders
        day = made.last - dt.timedelta(days=99 - age)
        at = dt.datetime.combine(day, dt.time(draw.choice([0, 7, 13, 23]), 30), zone).astimezone(dt.UTC)
        skus = ("MF-A", "MF-B") if number % 10 == 0 else ("MF-A",) if number % 4 == 0 else ("MF-C",)
        made.orders.append(
            Order(f"900-{1000000 + number:07d}-{7654321 - number:07d}", at, number % 5 != 0, skus)
        )
    own = [o for o in made.orders if o.seller]
    made.late = {o.id for o in own[-250::6]}
    made.confirmed_late_only = set(sorted(made.late)[::3])
    made.cancelled_by_seller = {o.id for o in own[-60::7]}
    made.orders = [
        Order(o.id, o.at, o.seller, o.skus, o.id in made.cancelled_by_seller or i % 97 == 0)
        for i, o in enumerate(made.orders)
    ]
    made.feedback = {o.id for o in made.orders[::31]}
    made.claims = {o.id for o in made.orders[::62]} | {o.id for o in made.orders[7::90]}
    return made
