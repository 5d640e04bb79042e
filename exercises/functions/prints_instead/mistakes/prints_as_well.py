"""The amounts are right, and they are still printed too. A function that many programs call should leave the
screen to them."""


def line_total(price, quantity):
    print(price * quantity)
    return price * quantity


def order_total(lines):
    total = 0
    for line in lines:
        total += line_total(line["price"], line["quantity"])
    print(total)
    return total
