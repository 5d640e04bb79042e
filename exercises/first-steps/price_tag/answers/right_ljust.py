def price_tag(name, cents):
    euros = cents / 100
    price = f"{euros:.2f}"
    return f"{name:12}{price:>8} EUR"
