"""You hand the total back while the loop is still running, so only the first line is counted. And for
an empty order the loop never runs, so nothing comes back at all."""


def line_total(price, quantity):
    return price * quantity


def order_total(lines):
    total = 0
    for line in lines:
        total += line_total(line["price"], line["quantity"])
        return total
