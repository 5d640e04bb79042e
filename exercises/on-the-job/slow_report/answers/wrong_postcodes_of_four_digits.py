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
    return ZONES.get(postcode) or ZONES.get(postcode[:2], 'no zone')


def report(orders, archive):
    """Return a line for each order: customer, zone, how many orders the customer has here."""
    counts = {}
    for order in orders:
        counts[order["customer"]] = counts.get(order["customer"], 0) + 1
    found = archive.customers(counts)
    lines = []
    for order in orders:
        customer = found.get(order["customer"], {"name": "unknown", "postcode": ""})
        count = counts[order["customer"]]
        lines.append(f"{order['id']}: {customer['name']}, {zone(customer['postcode'])}, {count} orders")
    return lines
