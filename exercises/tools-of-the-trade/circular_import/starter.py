"""What an order costs. This file belongs to the shop team."""

from data.postage import postage


def goods_total(lines):
    """Return what the goods of an order cost, in cents."""
    return sum(line["price"] * line["count"] for line in lines)


def to_pay(lines):
    """Return what the customer pays: goods and postage, in cents."""
    return goods_total(lines) + postage(lines)
