def goods_total(order):
    return sum(line["price"] * line["count"] for line in order["lines"])


def basket_hint(order):
    goods = goods_total(order)
    postage = 490
    if order["country"] != "PT":
        postage = 1290
    elif goods >= 5000:
        postage = 0
    if postage == 0:
        return "Postage is free"
    return f"Postage {postage / 100:.2f}"


def to_pay(order):
    goods = goods_total(order)
    postage = 490
    if order["country"] != "PT":
        postage = 1290
    elif goods >= 5000:
        postage = 0
    return goods + postage


def invoice_rows(order):
    rows = [(line["name"], line["price"] * line["count"]) for line in order["lines"]]
    postage = to_pay(order) - goods_total(order)
    if postage > 0:
        rows.append(("Postage", postage))
    return [*rows, ("To pay", to_pay(order))]
