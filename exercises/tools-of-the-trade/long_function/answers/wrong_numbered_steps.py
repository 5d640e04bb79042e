WIDTH = 28


def receipt(order):
    """Return the lines of a receipt. Amounts are in cents."""
    step1(order)
    lines = order["lines"]
    total = sum(step4(line) for line in lines)
    off = step2(total, order["code"])
    rows = [step3(f"{line['count']} x {line['name']}", step4(line)) for line in lines]
    if off > 0:
        rows.append(step3("Discount", off))
    return [*rows, step3("Total", total - off)]


def step1(order):
    """Raise ValueError for an order that cannot be sold."""
    if not order.get("lines"):
        raise ValueError("an order needs at least one line")
    for line in order["lines"]:
        for key, least in (("count", 1), ("price", 0)):
            if line[key] < least:
                raise ValueError(f"{line['name']}: the {key} is {line[key]}")


def step4(line):
    """Return what one line of an order costs."""
    return line["price"] * line["count"]


def step2(total, code):
    """Return what a code takes off a total."""
    if code == "TEA10":
        return total * 10 // 100
    if code == "FIVE" and total >= 2000:
        return 500
    return 0


def step3(text, amount):
    """Return one line: the text on the left, the amount on the right."""
    euros, cents = divmod(amount, 100)
    figure = f"{euros}.{cents:02}"
    return text + figure.rjust(WIDTH - len(text))
