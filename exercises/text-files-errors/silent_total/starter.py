def daily_total(lines):
    """Return the sum of a day's prices, in cents. Lines that are no sale do not count."""
    total = 0
    try:
        for line in lines:
            sku, price = line.split(";")
            total = total + int(price)
    except Exception:
        return 0
    return total
