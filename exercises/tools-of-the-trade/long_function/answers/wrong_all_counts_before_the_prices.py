def receipt(order):
    if not order.get("lines"):
        raise ValueError("an order needs at least one line")
    for line in order["lines"]:
        check_count(line)
    for line in order["lines"]:
        check_price(line)
    total = goods_total(order)
    off = discount(order["code"], total)
    rows = [row(f"{line['count']} x {line['name']}", amount(line)) for line in order["lines"]]
    if off > 0:
        rows.append(row("Discount", off))
    return [*rows, row("Total", total - off)]


def check_count(line):
    if line["count"] < 1:
        raise ValueError(f"{line['name']}: the count is {line['count']}")


def check_price(line):
    if line["price"] < 0:
        raise ValueError(f"{line['name']}: the price is {line['price']}")


def amount(line):
    return line["price"] * line["count"]


def goods_total(order):
    return sum(amount(line) for line in order["lines"])


def discount(code, total):
    if code == "TEA10":
        return total * 10 // 100
    if code == "FIVE" and total >= 2000:
        return 500
    return 0


def row(text, cents):
    euros, rest = divmod(cents, 100)
    return text + f"{euros}.{rest:02}".rjust(28 - len(text))
