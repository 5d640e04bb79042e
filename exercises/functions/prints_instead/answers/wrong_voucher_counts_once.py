def line_total(price, quantity):
    if price < 0:
        return price
    return price * quantity


def order_total(lines):
    total = 0
    for line in lines:
        total += line_total(line["price"], line["quantity"])
    return total
