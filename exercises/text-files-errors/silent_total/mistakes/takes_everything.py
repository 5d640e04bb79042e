"""The totals are right now, but a bug such as `None` instead of a line is still hidden: `daily_total([None])` has to stop with
an exception. Name only the one exception that a bad line raises."""


def daily_total(lines):
    total = 0
    for line in lines:
        try:
            sku, price = line.split(";")
            total = total + int(price)
        except Exception:
            continue
    return total
