def line_total(price, quantity):
    return price * quantity


def order_total(lines):
    total = 0
    while lines:
        line = lines.pop()
        total += line_total(line["price"], line["quantity"])
    return total
