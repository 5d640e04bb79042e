def line_total(price, quantity):
    return price * quantity


def order_total(lines):
    total = 0
    for line in lines:
        total += line["price"]
    return total
