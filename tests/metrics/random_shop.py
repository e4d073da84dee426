"""An invented shop in which everything falls by chance, and which still knows its true counts."""

import datetime as dt
import random
from zoneinfo import ZoneInfo

from tests.reports.shop import ZONES, Delivery, Order, Package, Shop


def random_shop(seed: int, orders: int, store: str = "US") -> Shop:
    """A shop in which everything falls by chance: sides, goods, defects, packages, units, scans, promises."""
    draw = random.Random(seed)
    made = Shop(store)
    zone = ZoneInfo(ZONES[store])
    for number in range(orders):
        day = made.last - dt.timedelta(days=draw.randrange(90) if number else 0)
        at = dt.datetime.combine(day, dt.time(draw.randrange(24), 30), zone).astimezone(dt.UTC)
        skus = tuple(draw.sample(["MF-A", "MF-B", "MF-C", "MF-D"], draw.choice([1, 1, 2])))
        cancelled = draw.random() < 0.1
        seller = draw.random() < 0.7
        made.orders.append(
            Order(f"901-{1000000 + number:07d}-{draw.randrange(10**7):07d}", at, seller, skus, cancelled)
        )
    own = [o for o in made.orders if o.seller]
    some = lambda of, share: {o.id for o in of if draw.random() < share}  # noqa: E731
    made.late, made.cancelled_by_seller = some(own, 0.15), some([o for o in own if o.cancelled], 0.6)
    made.confirmed_late_only = {o for o in sorted(made.late) if draw.random() < 0.4}
    made.feedback, made.claims, made.chargebacks = (some(made.orders, s) for s in (0.1, 0.07, 0.04))
    for number, order in enumerate(own):
        placed = order.day(store)
        made.scans[order.id] = placed + dt.timedelta(days=draw.randrange(4))
        promised = placed + dt.timedelta(days=draw.randrange(3, 9))
        for piece in range(draw.choice([1, 1, 1, 2])):
            valid, bare = draw.random() < 0.85, draw.random() < 0.3
            tracking = "" if not valid and bare else f"TRK{number:05d}{piece}"
            made.packages.append(Package(order, promised, valid, draw.choice(["Toys", "Home"]), tracking))
        extended = promised + dt.timedelta(days=draw.randrange(1, 4)) if draw.random() < 0.5 else None
        delivered = promised + dt.timedelta(days=draw.randrange(-3, 4))
        made.deliveries.append(Delivery(order, draw.randrange(1, 5), promised, extended, delivered))
    return made
