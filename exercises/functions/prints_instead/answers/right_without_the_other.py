def line_total(price, quantity):
    total = price * quantity
    return total


def order_total(lines):
    total = 0
    for line in lines:
        total = total + line["price"] * line["quantity"]
    return total
