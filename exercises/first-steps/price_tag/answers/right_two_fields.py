def price_tag(name, cents):
    left = f"{name:<12}"
    right = f"{cents / 100:8.2f}"
    tag = left + right + " EUR"

    return tag
