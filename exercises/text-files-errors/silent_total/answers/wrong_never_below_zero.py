def daily_total(lines):
    """Return a day's sum in cents. Lines that are no sale do not count."""
    total = 0
    for line in lines:
        try:
            sku, price = line.split(";")
            cents = int(price)
        except ValueError:
            continue
        total = max(total + cents, 0)
    return total
