"""You leave out lines without a semicolon, which is half of it. A price such as `9,90` still stops
the report, because `int` cannot read it."""


def daily_total(lines):
    total = 0
    for line in lines:
        if ";" not in line:
            continue
        sku, price = line.split(";")
        total = total + int(price)
    return total
