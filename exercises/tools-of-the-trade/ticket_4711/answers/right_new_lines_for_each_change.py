def reorder(order):
    """Return a new, open order with the lines of an old one."""
    return {**order, "number": None, "status": "open"}


def change_count(order, sku, count):
    """Set how many of a product an order has."""
    order["lines"] = [
        {**line, "count": count} if line["sku"] == sku else line for line in order["lines"]
    ]


def remove_line(order, sku):
    """Take a product out of an order."""
    place = [line["sku"] for line in order["lines"]].index(sku) if skus(order, sku) else None
    if place is not None:
        order["lines"] = order["lines"][:place] + order["lines"][place + 1 :]


def skus(order, sku):
    return [line for line in order["lines"] if line["sku"] == sku]


def total(order):
    """Return what an order costs, in cents."""
    return sum(line["price"] * line["count"] for line in order["lines"])
