"""Now the first line that isn't a sale stops the whole report with a ValueError. These lines are expected: catch that exception
and go on with the next line."""


def daily_total(lines):
    total = 0
    for line in lines:
        sku, price = line.split(";")
        total = total + int(price)
    return total
