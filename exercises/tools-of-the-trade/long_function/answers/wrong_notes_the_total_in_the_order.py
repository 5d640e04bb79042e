WIDTH = 28


def receipt(order):
    lines = order.get("lines")
    check(lines)
    total = sum(map(amount_of, lines))
    off = discount(order["code"], total)
    rows = [row(f"{line['count']} x {line['name']}", amount_of(line)) for line in lines]
    if off > 0:
        rows.append(row("Discount", off))
    order["total"] = total - off
    rows.append(row("Total", total - off))
    return rows


def check(lines):
    if not lines:
        raise ValueError("an order needs at least one line")
    for line in lines:
        if line["count"] < 1:
            raise ValueError(f"{line['name']}: the count is {line['count']}")
        if line["price"] < 0:
            raise ValueError(f"{line['name']}: the price is {line['price']}")


def amount_of(line):
    return line["price"] * line["count"]


def discount(code, total):
    if code == "TEA10":
        return total * 10 // 100
    if code == "FIVE" and total >= 2000:
        return 500
    return 0


def row(text, cents):
    figure = f"{cents // 100}.{cents % 100:02}"
    return text + figure.rjust(WIDTH - len(text))
