def line_total(price, quantity):
    total = 0
    for _ in range(quantity):
        total += price
    return total


def order_total(lines):
    total = 0
    for line in lines:
        total += line_total(line["price"], line["quantity"])
        if total < 0:
            total = 0
    return total
