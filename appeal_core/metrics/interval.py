"""How sure a rate is, when orders are few: Wilson's interval, and what one order weighs."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from appeal_core.case.measurements import Measurement
from appeal_core.catalog.loader import metrics
from appeal_core.language import Bilingual, Frozen, Message, message, percent_text

LEVEL = 0.95
UNITS = {
    "order": Bilingual(en="order", zh="笔订单"),
    "package": Bilingual(en="package", zh="个包裹"),
    "unit": Bilingual(en="unit", zh="件商品"),
    "shipment": Bilingual(en="shipment", zh="个货件"),
    "invoice": Bilingual(en="invoice", zh="份发票"),
}


class Interval(Frozen):
    """Between which fractions the rate behind the counts lies, with `level` confidence."""

    low: float
    high: float
    level: float = LEVEL


def wilson(hits: int, total: int, level: float = LEVEL) -> Interval | None:
    """Wilson's score interval of `hits` in `total`; `None` where the counts cannot be a rate.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212. Unlike the usual
    formula it holds for few orders and for rates near 0 and 1.
    """
    if total <= 0 or not 0 <= hits <= total:
        return None
    z = NormalDist().inv_cdf(0.5 + level / 2)
    share, weight = hits / total, z * z / total
    centre = (share + weight / 2) / (1 + weight)
    reach = z / (1 + weight) * sqrt(share * (1 - share) / total + weight / (4 * total))
    low = 0.0 if hits == 0 else max(0.0, centre - reach)
    high = 1.0 if hits == total else min(1.0, centre + reach)
    return Interval(low=low, high=high, level=level)


def difference(first: tuple[int, int], second: tuple[int, int], level: float = LEVEL) -> Interval | None:
    """The interval of the first rate minus the second, each as (hits, total); `None` where one is no rate.

    Source: R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10.
    """
    one, two = wilson(*first, level), wilson(*second, level)
    if one is None or two is None:
        return None
    p, q = first[0] / first[1], second[0] / second[1]
    low = p - q - sqrt((p - one.low) ** 2 + (two.high - q) ** 2)
    high = p - q + sqrt((one.high - p) ** 2 + (q - two.low) ** 2)
    return Interval(low=max(-1.0, low), high=min(1.0, high), level=level)


def interval_of(measurement: Measurement) -> Interval | None:
    """The interval of a measured rate, as Amazon defines the rate; `None` where a count is unknown."""
    if measurement.numerator is None or measurement.denominator is None:
        return None
    return wilson(measurement.numerator, measurement.denominator)


def one_order_is(measurement: Measurement) -> Message | None:
    """What one order (package, unit) changes in the rate: "One order is 4% here."; `None` without a count."""
    if not measurement.denominator:
        return None
    known = metrics().get(measurement.code)
    return message(
        "One {unit} is {share} here.",
        unit=UNITS.get(known.unit if known else "order", UNITS["order"]),
        share=percent_text(1 / measurement.denominator, "en"),
    )
