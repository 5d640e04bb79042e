WIDTH = 28


def receipt(order):
    check(order)
    total = goods_total(order)
    off = discount(order["code"], total)
    rows = [row(f"{line['count']} x {line['name']}", amount(line)) for line in order["lines"]]
    if off > 0:
        rows.append(row("Discount", off))
    rows.append(row("Total", total - off))
    return rows


def check(order):
    if not order.get("lines"):
        raise ValueError("an order needs at least one line")
    for line in order["lines"]:
        check_line(line)


def check_line(line):
    for field in ("count", "price"):
        least = 1 if field == "count" else 0
        if line[field] < least:
            raise ValueError(f"{line['name']}: the {field} is {line[field]}")


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
    text = text[:20]
    return text + f"{euros}.{rest:02}".rjust(WIDTH - len(text))
