def line_total(price, quantity):
    """Return what one line of an order costs, in cents."""
    return price * quantity


def order_total(lines):
    """Return what a whole order costs, in cents."""
    total = 0
    for line in lines:
        total += line_total(line["price"], line["quantity"])
    return total
