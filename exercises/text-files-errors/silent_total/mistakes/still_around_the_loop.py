"""The sum so far is no longer lost, but the first bad line still ends the day: nothing after it is counted. After a bad line
the loop has to go on with the next one."""


def daily_total(lines):
    total = 0
    try:
        for line in lines:
            sku, price = line.split(";")
            total = total + int(price)
    except ValueError:
        return total
    return total
