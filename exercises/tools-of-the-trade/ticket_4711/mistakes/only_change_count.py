"""Changing a count leaves the old order alone now, but taking a line out does not. You have fixed one of the places where the trouble shows. What makes the two orders share their lines?"""


def reorder(order):
    """Return a new, open order with the lines of an old one."""
    new_order = order.copy()
    new_order["number"] = None
    new_order["status"] = "open"
    return new_order


def change_count(order, sku, count):
    """Set how many of a product an order has."""
    lines = []
    for line in order["lines"]:
        line = line.copy()
        if line["sku"] == sku:
            line["count"] = count
        lines.append(line)
    order["lines"] = lines


def remove_line(order, sku):
    """Take a product out of an order."""
    for line in order["lines"]:
        if line["sku"] == sku:
            order["lines"].remove(line)
            return


def total(order):
    """Return what an order costs, in cents."""
    cents = 0
    for line in order["lines"]:
        cents += line["price"] * line["count"]
    return cents
