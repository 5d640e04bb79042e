def daily_total(lines):
    """Return a day's sum in cents. Lines that are no sale do not count."""
    total = 0
    try:
        for line in lines:
            sku, price = line.split(";")
            total = total + int(price)
    except Exception:
        return 0
    return total
