"""Imports the whole module, below what that module needs, and looks the function up only when it is called. All imports run at the
start, so a missing file shows at once; but a tool that sorts imports would move this one up again."""


def goods_total(lines):
    """Return what the goods of an order cost, in cents."""
    return sum(line["price"] * line["count"] for line in lines)


import data.postage  # noqa: E402 - needs goods_total


def to_pay(lines):
    """Return what the customer pays: goods and postage, in cents."""
    return goods_total(lines) + data.postage.postage(lines)
