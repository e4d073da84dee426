"""An independent count of four samples' report files, with the plain csv module only."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
import yaml

SAMPLES = Path(__file__).resolve().parents[2] / "appeal_core" / "samples"
NAMES = ("cancelled_out_of_stock", "tracking_not_tracking", "restricted_book", "related_account")
PACIFIC = ZoneInfo("America/Los_Angeles")
TERMS = re.compile(
    r"\b(advance reading copy|arc|uncorrected proof|review copy|promotional copy|not for sale)\b", re.I
)


def sample(name):
    return yaml.safe_load((SAMPLES / name / "sample.yaml").read_text(encoding="utf-8"))


def rows(name, file, delimiter):
    with (SAMPLES / name / "reports" / file).open(encoding="utf-8", newline="") as open_file:
        quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
        return list(csv.DictReader(open_file, delimiter=delimiter, quoting=quoting))


def notice(name, lang):
    return (SAMPLES / name / f"notice.{lang}.txt").read_text(encoding="utf-8")


def slot(case, part, item, name):
    return case[part][item]["slots"][name]["en"]


def exhibit_text(name, exhibit):
    file = SAMPLES / name / "exhibits" / sample(name)["case"]["exhibits"][exhibit]["file_name"]
    document = pypdfium2.PdfDocument(file)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def pacific_day(text):
    return dt.datetime.fromisoformat(text).astimezone(PACIFIC).date()


def us_day(text):
    return dt.datetime.strptime(text, "%m/%d/%Y").date()


def window(end, days):
    return end - dt.timedelta(days - 1), end


def seller_orders(name, file):
    """Seller-fulfilled US orders by id: day, status, SKUs."""
    found = {}
    for row in rows(name, file, "\t"):
        if row["fulfillment-channel"] == "Merchant" and row["sales-channel"] == "Amazon.com":
            order = found.setdefault(
                row["amazon-order-id"], (pacific_day(row["purchase-date"]), row["order-status"], set())
            )
            order[2].add(row["sku"])
    return found


class TestCancelled:
    """Nine of 186 orders, six and three by cause."""

    name = "cancelled_out_of_stock"

    @pytest.fixture
    def case(self):
        return sample(self.name)["case"]

    @pytest.fixture
    def orders(self):
        return seller_orders(self.name, "all-orders-2026-10-14-2026-11-12.txt")

    @pytest.fixture
    def counted(self):
        report = rows(self.name, "cancellation.csv", ",")
        return {
            r["Order ID"]: us_day(r["Order Date"]) for r in report if r["Impacts Account Health"] == "Yes"
        }

    def test_orders_in_the_window_are_the_typed_denominator(self, case, orders):
        first, last = window(sample(self.name)["as_of"] - dt.timedelta(1), 7)
        inside = [i for i, (day, *_) in orders.items() if first <= day <= last]
        assert (first, last) == (dt.date(2026, 11, 5), dt.date(2026, 11, 11))
        assert len(inside) == case["typed"]["cancellation_rate:7"]["denominator"] == 186

    def test_counting_rows_are_orders_cancelled_on_that_day(self, orders, counted):
        assert len(counted) == 9
        for order, day in counted.items():
            assert orders[order][:2] == (day, "Cancelled")

    def test_codings_by_sku_add_up_to_each_root_cause(self, case, orders, counted):
        cause_of = {c["value"]: c["root_cause"] for c in case["codings"]}
        by_cause = Counter(cause_of[sku] for order in counted for sku in orders[order][2])
        assert by_cause == {code: r["orders"] for code, r in case["root_causes"].items()}

    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_the_notice_states_the_same_rate(self, counted, lang):
        assert f"{len(counted) / 186:.2%}" == "4.84%"
        assert {"4.84%", "186", "9"} <= set(re.findall(r"[\d.]+%|\d+", notice(self.name, lang)))

    def test_open_orders_are_those_still_unshipped(self, case, orders):
        unshipped = sum(status == "Unshipped" for _, status, _ in orders.values())
        assert unshipped == int(slot(case, "actions", "worked_through_unshipped", "order_count"))
        text = exhibit_text(self.name, "e_open_orders")
        assert all(order in text for order, (_, status, _) in orders.items() if status == "Unshipped")

    def test_the_stock_count_shows_the_units_of_the_root_cause(self, case):
        text = exhibit_text(self.name, "e_count")
        lines = re.findall(r"^OC-[\w-]+ (\d+) (\d+) -?\d+", text, re.M)
        listed, found = (sum(int(line[i]) for line in lines[:2]) for i in (0, 1))
        assert listed == int(slot(case, "root_causes", "system_stock_too_high", "units_listed"))
        assert found == int(slot(case, "root_causes", "system_stock_too_high", "units_found"))
        assert len(lines) == int(slot(case, "actions", "counted_all_stock", "wrong_count"))


class TestTracking:
    """239 of 260 packages with valid tracking; 21 without, fourteen and seven by cause."""

    name = "tracking_not_tracking"

    @pytest.fixture
    def case(self):
        return sample(self.name)["case"]

    @pytest.fixture
    def invalid(self):
        return rows(self.name, "valid-tracking.csv", ",")

    def test_every_package_fails_a_criterion_inside_the_window(self, invalid):
        first, last = window(sample(self.name)["as_of"] - dt.timedelta(10), 30)
        for row in invalid:
            assert first <= us_day(row["Promised Delivery Date"]) <= last
            assert row["Product Category"] == "Toys & Games"
            assert "No" in (row["Valid Carrier"], row["Valid Tracking ID"], row["Carrier Scan"])

    def test_packages_have_an_order_and_a_number_each(self, invalid):
        orders = seller_orders(self.name, "all-orders-2026-09-21-2026-11-13.txt")
        assert {r["Order ID"] for r in invalid} <= set(orders)
        assert (
            len({r["Tracking ID"] for r in invalid}) == len({r["Order ID"] for r in invalid}) == len(invalid)
        )

    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_the_notice_states_the_same_rate(self, case, invalid, lang):
        packages = case["typed"]["valid_tracking_rate:30"]["denominator"]
        valid = packages - len(invalid)
        stated = {"239", "260", "91.92%"}
        assert {str(valid), str(packages), f"{valid / packages:.2%}"} == stated
        assert stated <= set(re.findall(r"[\d.]+%|\d+", notice(self.name, lang)))

    def test_codings_by_carrier_add_up_to_each_root_cause(self, case, invalid):
        cause_of = {c["value"]: c["root_cause"] for c in case["codings"]}
        by_cause = Counter(cause_of[r["Carrier Name"]] for r in invalid)
        assert by_cause == {code: r["orders"] for code, r in case["root_causes"].items()}
        for code, count in by_cause.items():
            assert int(slot(case, "root_causes", code, "parcels")) == count

    def test_traced_packages_are_found_or_refunded(self, case, invalid):
        parcels, found, refunded = (
            int(slot(case, "actions", "traced_parcels", s)) for s in ("parcels", "found", "refunded")
        )
        text = exhibit_text(self.name, "e_traced")
        assert parcels == len(invalid) == found + refunded
        assert (text.count("delivered Oct") + text.count("delivered Nov"), text.count("not found, ref")) == (
            found,
            refunded,
        )
        assert all(r["Order ID"] in text for r in invalid)

    def test_the_scan_form_lists_every_parcel_that_the_letter_counts(self, case):
        numbers = re.findall(r"NGP\d{10}", exhibit_text(self.name, "e_scans"))
        assert len(set(numbers)) == int(slot(case, "actions", "handover_scan_form", "parcels"))


class TestRestricted:
    """612 listings before, fourteen found, 598 after."""

    name = "restricted_book"

    @pytest.fixture
    def case(self):
        return sample(self.name)["case"]

    @pytest.fixture
    def before(self):
        return rows(self.name, "all-listings-2026-11-13.txt", "\t")

    @pytest.fixture
    def hits(self, before):
        return [r for r in before if TERMS.search(r["item-name"])]

    def test_searched_and_found_listings_are_those_of_the_report(self, case, before, hits):
        assert len(before) == int(slot(case, "actions", "searched_catalog", "searched"))
        assert len(hits) == int(slot(case, "actions", "searched_catalog", "found"))
        assert len(hits) == int(slot(case, "actions", "deleted_listings", "found"))

    def test_the_search_words_are_those_that_found_them(self, case):
        words = re.findall('"([^"]+)"', slot(case, "actions", "searched_catalog", "search_words"))
        assert len(words) == 6
        assert all(TERMS.fullmatch(w) for w in words)

    def test_later_report_is_the_first_without_the_found_ones(self, before, hits):
        after = rows(self.name, "all-listings-2026-11-17.txt", "\t")
        gone = {r["seller-sku"] for r in before} - {r["seller-sku"] for r in after}
        assert gone == {r["seller-sku"] for r in hits}
        assert not [r for r in after if TERMS.search(r["item-name"])]

    def test_categories_are_counted_as_the_letter_says(self, case, hits):
        said = slot(case, "actions", "deleted_listings", "by_category")
        counted = Counter(r["zshop-category1"] for r in hits)
        assert {c: int(n) for n, c in re.findall(r"(\d+) in ([^,]+)", said)} == counted

    def test_root_causes_split_by_the_day_of_the_import(self, case, before, hits):
        day = slot(case, "root_causes", "bulk_copied", "import_day")
        imported = [r for r in hits if r["open-date"].startswith(day)]
        assert len(imported) == int(slot(case, "root_causes", "bulk_copied", "listing_count"))
        by_hand = int(slot(case, "root_causes", "listed_without_policy_check", "listing_count"))
        assert len(hits) - len(imported) == by_hand
        assert len(imported) == int(slot(case, "actions", "import_filter", "caught"))
        lines = sum(r["open-date"].startswith(day) for r in before)
        assert f"{lines} lines" in case["root_causes"]["bulk_copied"]["found"]["en"]

    def test_copies_set_apart_are_the_quantity_of_the_found_listings(self, case, hits):
        assert sum(int(r["quantity"]) for r in hits) == int(
            slot(case, "actions", "set_stock_apart", "unit_count")
        )

    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_asins_of_the_notice_are_among_the_found_ones(self, hits, lang):
        named = set(re.findall(r"B0[A-Z0-9]{8}", notice(self.name, lang)))
        assert len(named) == 3
        assert named <= {r["asin1"] for r in hits}

    def test_the_deletion_list_holds_every_found_listing(self, hits):
        text = exhibit_text(self.name, "e_deleted")
        assert all(r["seller-sku"] in text and r["asin1"] in text for r in hits)


class TestRelated:
    """The other account: one name, one day, in notice, answers and exhibits."""

    name = "related_account"

    @pytest.fixture
    def case(self):
        return sample(self.name)["case"]

    def test_name_stands_in_both_notices_and_in_the_message(self, case):
        other = case["answers"]["other_account_name"]["en"]
        assert other in notice(self.name, "en")
        assert other in notice(self.name, "zh")
        assert other in exhibit_text(self.name, "e_reactivated")

    def test_reactivation_lies_between_payment_and_letter(self, case):
        day = dt.date.fromisoformat(case["answers"]["reactivated_on"]["en"])
        paid = case["actions"]["settled_other_account"]["done_on"]
        assert sample(self.name)["received_at"].date() < paid < day < case["wishes"]["day"]
        assert f"{day:%B} {day.day}, {day.year}" in exhibit_text(self.name, "e_reactivated")

    def test_unpaid_fees_add_up_to_the_balance(self, case):
        amounts = [float(a) for a in re.findall(r"US\$ ([\d.]+)", exhibit_text(self.name, "e_receipt"))]
        *fees, balance = amounts
        assert sum(fees) == pytest.approx(balance)
        assert f"{balance:.2f}" in case["root_causes"]["own_account_left_unattended"]["found"]["en"]

    def test_no_order_came_after_the_deactivation(self):
        received = sample(self.name)["received_at"]
        orders = rows(self.name, "all-orders-2026-10-13-2026-11-11.txt", "\t")
        assert max(dt.datetime.fromisoformat(r["purchase-date"]) for r in orders) < received


@pytest.mark.parametrize("name", NAMES)
class TestEverySample:
    """What must hold in each of the four."""

    def test_actions_are_done_between_notice_and_letter_and_proven(self, name):
        data = sample(name)
        case = data["case"]
        assert case["actions"]
        for action in case["actions"].values():
            assert data["received_at"].date() <= action["done_on"] <= case["wishes"]["day"]
            assert case["exhibits"][action["exhibit"]]["issued_on"] >= action["done_on"]

    def test_exhibits_are_the_files_and_open(self, name):
        folder = SAMPLES / name / "exhibits"
        files = {e["file_name"] for e in sample(name)["case"]["exhibits"].values()}
        assert files == {p.name for p in folder.iterdir()}
        for file in folder.glob("*.pdf"):
            assert "SAMPLE" in pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()

    def test_case_id_stands_in_both_notices(self, name):
        number = sample(name)["case"]["seller"]["case_id"]
        assert all(number in notice(name, lang) for lang in ("en", "zh"))

    def test_weekly_measures_start_on_their_weekday(self, name):
        for measure in sample(name)["case"]["measures"].values():
            day = measure.get("slots", {}).get("weekday", {}).get("en")
            if day:
                assert f"{measure['starts']:%A}".lower() == day

    def test_order_ids_are_invented(self, name):
        for path in (SAMPLES / name / "reports").iterdir():
            for order in re.findall(r"\b\d{3}-\d{7}-\d{7}\b", path.read_text(encoding="utf-8")):
                assert order[0] in "79"
