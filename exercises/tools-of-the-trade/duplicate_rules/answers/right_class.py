class Bill:
    def __init__(self, order):
        self.order = order

    @property
    def goods(self):
        total = 0
        for line in self.order["lines"]:
            total += line["price"] * line["count"]
        return total

    @property
    def postage(self):
        if self.order["country"] == "PT":
            return 490 if self.goods < 5000 else 0
        return 1290


def basket_hint(order):
    postage = Bill(order).postage
    if postage == 0:
        return "Postage is free"
    return "Postage %.2f" % (postage / 100)


def to_pay(order):
    one = Bill(order)
    return one.goods + one.postage


def invoice_rows(order):
    rows = [(x["name"], x["price"] * x["count"]) for x in order["lines"]]
    if Bill(order).postage > 0:
        rows += [("Postage", Bill(order).postage)]
    return rows + [("To pay", to_pay(order))]
