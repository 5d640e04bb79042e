from collections import Counter
from functools import cache

ZONES = {f"{number:02}": f"Z{number % 7}" for number in range(100)}
ZONES.update({f"{number:04}": "islands" for number in range(0, 10_000, 17)})


class Archive:
    """The customers of all years. Each question walks through all the rows."""

    def __init__(self, rows):
        self.rows = rows

    def customers(self, ids):
        """Return a dictionary from id to customer, for the ids that are known."""
        wanted = set(ids)
        return {row["id"]: row for row in self.rows if row["id"] in wanted}


def zone(postcode):
    """Return the zone of the longest beginning of the postcode that has one."""
    for length in range(len(postcode), 0, -1):
        if postcode[:length] in ZONES:
            return ZONES[postcode[:length]]
    return "no zone"


def report(orders, archive):
    """Return a line for each order: customer, zone, how many orders the customer has here."""
    counts = {}
    for order in orders:
        counts[order["customer"]] = counts.get(order["customer"], 0) + 1
    known = archive.customers(counts)
    shown = {}
    for number, count in counts.items():
        if number in known:
            name, place = known[number]["name"], zone(known[number]["postcode"])
        else:
            name, place = "unknown", "no zone"
        shown[number] = f"{name}, {place}, {count} orders"
    return [f"{order['id']}: {shown[order['customer']]}" for order in orders]
