def receipt(order):
    """Return the lines of a receipt. Amounts are in cents."""
    if "lines" not in order or not order["lines"]:
        raise ValueError("an order needs at least one line")
    for line in order["lines"]:
        if line["count"] < 1:
            raise ValueError(f"{line['name']}: the count is {line['count']}")
        if line["price"] < 0:
            raise ValueError(f"{line['name']}: the price is {line['price']}")

    rows = []
    total = 0
    for line in order["lines"]:
        amount = line["price"] * line["count"]
        total = total + amount
        text = f"{line['count']} x {line['name']}"
        euros, cents = divmod(amount, 100)
        figure = f"{euros}.{cents:02}"
        rows.append(text + figure.rjust(28 - len(text)))

    if order["code"] == "TEA10":
        off = total * 10 // 100
    elif order["code"] == "FIVE" and total >= 2000:
        off = 500
    else:
        off = 0
    if off > 0:
        total = total - off
        text = "Discount"
        euros, cents = divmod(off, 100)
        figure = f"{euros}.{cents:02}"
        rows.append(text + figure.rjust(28 - len(text)))

    text = "Total"
    euros, cents = divmod(total, 100)
    figure = f"{euros}.{cents:02}"
    rows.append(text + figure.rjust(28 - len(text)))
    return rows
