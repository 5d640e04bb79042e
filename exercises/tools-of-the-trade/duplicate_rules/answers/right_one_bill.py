def bill(order):
    """Return (rows of goods, goods, postage) of an order."""
    rows = [(line["name"], line["price"] * line["count"]) for line in order["lines"]]
    goods = add_up(rows)
    at_home = 0 if goods >= 5000 else 490
    return rows, goods, at_home if order["country"] == "PT" else 1290


def add_up(rows):
    return sum(cents for _, cents in rows)


def basket_hint(order):
    """Return what the basket page says about postage."""
    _, _, postage = bill(order)
    return f"Postage {postage / 100:.2f}" if postage else "Postage is free"


def to_pay(order):
    """Return what the customer pays in the end, in cents."""
    return sum(bill(order)[1:])


def invoice_rows(order):
    """Return the rows of the invoice as (text, cents)."""
    rows, goods, postage = bill(order)
    if postage:
        rows.append(("Postage", postage))
    rows.append(("To pay", goods + postage))
    return rows
