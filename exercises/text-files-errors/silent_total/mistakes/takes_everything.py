"""The totals are right now, but `except Exception` still hides every fault of the program itself.
Name the one exception that a bad line raises."""


def daily_total(lines):
    total = 0
    for line in lines:
        try:
            sku, price = line.split(";")
            total = total + int(price)
        except Exception:
            continue
    return total
