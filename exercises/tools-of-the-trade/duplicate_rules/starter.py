def basket_hint(order):
    """Return what the basket page says about postage."""
    goods = sum(line["price"] * line["count"] for line in order["lines"])
    postage = 490
    if order["country"] != "PT":
        postage = 1290
    elif goods >= 5000:
        postage = 0
    if postage == 0:
        return "Postage is free"
    return f"Postage {postage / 100:.2f}"


def to_pay(order):
    """Return what the customer pays in the end, in cents."""
    goods = sum(line["price"] * line["count"] for line in order["lines"])
    postage = 490
    if order["country"] != "PT":
        postage = 1290
    elif goods >= 5000:
        postage = 0
    return goods + postage


def invoice_rows(order):
    """Return the rows of the invoice as (text, cents)."""
    rows = []
    for line in order["lines"]:
        rows.append((line["name"], line["price"] * line["count"]))
    goods = sum(line["price"] * line["count"] for line in order["lines"])
    postage = 490
    if order["country"] != "PT":
        postage = 1290
    elif goods >= 5000:
        postage = 0
    if postage > 0:
        rows.append(("Postage", postage))
    rows.append(("To pay", goods + postage))
    return rows
