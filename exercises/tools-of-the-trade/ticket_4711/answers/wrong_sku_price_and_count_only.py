def reorder(order):
    """Return a new, open order with the lines of an old one."""
    new_order = order.copy()
    new_order["number"] = None
    new_order["status"] = "open"
    new_order["lines"] = [{"sku": line["sku"], "price": line["price"], "count": 1} for line in order["lines"]]
    return new_order


def change_count(order, sku, count):
    """Set how many of a product an order has."""
    for line in order["lines"]:
        if line["sku"] == sku:
            line["count"] = count


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
