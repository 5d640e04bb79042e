def price_tag(name, cents):
    tag = f"{name:12} {cents / 100:7.2f} EUR"
    return tag
