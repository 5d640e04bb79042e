def goods_total(order):
    return sum(line["price"] * line["count"] for line in order["lines"])


def postage(order):
    if not order["lines"]:
        return 0
    if order["country"] != "PT":
        return 1290
    return 0 if goods_total(order) >= 5000 else 490


def basket_hint(order):
    cents = postage(order)
    return f"Postage {cents / 100:.2f}" if cents else "Postage is free"


def to_pay(order):
    return goods_total(order) + postage(order)


def invoice_rows(order):
    rows = [(line["name"], line["price"] * line["count"]) for line in order["lines"]]
    cents = postage(order)
    if cents:
        rows.append(("Postage", cents))
    return [*rows, ("To pay", to_pay(order))]
