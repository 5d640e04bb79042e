"""You hand back what `print` is worth. But `print` shows its value to a person and is itself worth
`None`. Hand back the amount."""


def line_total(price, quantity):
    return print(price * quantity)


def order_total(lines):
    total = 0
    for line in lines:
        total += line_total(line["price"], line["quantity"])
    return print(total)
