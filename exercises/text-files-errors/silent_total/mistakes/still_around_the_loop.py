"""The sum so far is no longer lost, but the first bad line still ends the day: nothing after it is
counted. Either your `try` stands around the whole loop, or you leave the loop where you should go
on."""


def daily_total(lines):
    total = 0
    try:
        for line in lines:
            sku, price = line.split(";")
            total = total + int(price)
    except ValueError:
        return total
    return total
