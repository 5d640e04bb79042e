POSTAGE = 490
POSTAGE_ABROAD = 1290
FREE_FROM = 5000


def amount(line):
    """Return what one line of an order costs."""
    return line["price"] * line["count"]


def goods_total(order):
    """Return what the goods cost, without postage."""
    return sum(amount(line) for line in order["lines"])


def postage(order):
    """Return the postage of an order: at home, large ones travel for free."""
    if order["country"] != "PT":
        return POSTAGE_ABROAD
    if goods_total(order) >= FREE_FROM:
        return 0
    return POSTAGE


def basket_hint(order):
    """Return what the basket page says about postage."""
    if postage(order) == 0:
        return "Postage is free"
    return f"Postage {postage(order) / 100:.2f}"


def to_pay(order):
    """Return what the customer pays in the end, in cents."""
    return goods_total(order) + postage(order)


def invoice_rows(order):
    """Return the rows of the invoice as (text, cents)."""
    rows = list({line["name"]: amount(line) for line in order["lines"]}.items())
    if postage(order) != 0:
        rows.append(("Postage", postage(order)))
    return [*rows, ("To pay", to_pay(order))]
