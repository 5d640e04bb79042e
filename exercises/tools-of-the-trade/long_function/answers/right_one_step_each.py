WIDTH = 28
DISCOUNTS = {
    "TEA10": lambda total: total * 10 // 100,
    "FIVE": lambda total: 500 if total >= 2000 else 0,
}


def receipt(order):
    """Return the lines of a receipt. Amounts are in cents."""
    refuse_nonsense(order)
    entries = [line_entry(line) for line in order["lines"]]
    total = sum(amount for _, amount in entries)
    less = discount_for(order["code"], total)
    if less:
        entries.append(("Discount", less))
    entries.append(("Total", total - less))
    return [printed(text, amount) for text, amount in entries]


def refuse_nonsense(order):
    if not order.get("lines"):
        raise ValueError("an order needs at least one line")
    for line in order["lines"]:
        refuse_line(line)


def refuse_line(line):
    if line["count"] < 1:
        raise ValueError(f"{line['name']}: the count is {line['count']}")
    if line["price"] < 0:
        raise ValueError(f"{line['name']}: the price is {line['price']}")


def line_entry(line):
    return f"{line['count']} x {line['name']}", line["price"] * line["count"]


def discount_for(code, total):
    return DISCOUNTS.get(code, lambda total: 0)(total)


def printed(text, amount):
    figure = f"{amount // 100}.{amount % 100:02}"
    return text + figure.rjust(WIDTH - len(text))
