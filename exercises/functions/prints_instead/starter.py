def line_total(price, quantity):
    """Work out what one line of an order costs, in cents."""
    print(price * quantity)


def order_total(lines):
    """Work out what a whole order costs, in cents."""
    total = 0
    for line in lines:
        total += line_total(line["price"], line["quantity"])
    print(total)
