"""You return what `print` is worth. But `print` shows its value to a person and itself returns `None`. Return
the amount."""


def line_total(price, quantity):
    return print(price * quantity)


def order_total(lines):
    total = 0
    for line in lines:
        total += line_total(line["price"], line["quantity"])
    return print(total)
