"""You copied the rule for postage into your file. Today both say the same. When the delivery team changes
its limit, your file won't know. Go on asking `data.postage`."""


def goods_total(lines):
    """Return what the goods of an order cost, in cents."""
    return sum(line["price"] * line["count"] for line in lines)


def to_pay(lines):
    """Return what the customer pays: goods and postage, in cents."""
    goods = goods_total(lines)
    if goods >= 5000:
        return goods
    return goods + 490
