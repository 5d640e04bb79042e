WIDTH = 28


def receipt(order):
    """Return the lines of a receipt. Amounts are in cents."""
    check(order)
    lines = {line["name"]: line for line in order["lines"]}.values()
    total = sum(amount_of(line) for line in lines)
    off = discount(total, order["code"])
    rows = [row(f"{line['count']} x {line['name']}", amount_of(line)) for line in lines]
    if off > 0:
        rows.append(row("Discount", off))
    return [*rows, row("Total", total - off)]


def check(order):
    """Raise ValueError for an order that cannot be sold."""
    if not order.get("lines"):
        raise ValueError("an order needs at least one line")
    for line in order["lines"]:
        for key, least in (("count", 1), ("price", 0)):
            if line[key] < least:
                raise ValueError(f"{line['name']}: the {key} is {line[key]}")


def amount_of(line):
    """Return what one line of an order costs."""
    return line["price"] * line["count"]


def discount(total, code):
    """Return what a code takes off a total."""
    if code == "TEA10":
        return total * 10 // 100
    if code == "FIVE" and total >= 2000:
        return 500
    return 0


def row(text, amount):
    """Return one line: the text on the left, the amount on the right."""
    euros, cents = divmod(amount, 100)
    figure = f"{euros}.{cents:02}"
    return text + figure.rjust(WIDTH - len(text))
