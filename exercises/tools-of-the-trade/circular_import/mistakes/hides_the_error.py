"""You catch the ImportError and go on with your own postage. The file can be imported again, and large
orders no longer travel for free. The error was telling you something: make both imports work."""


try:
    from data.postage import postage
except ImportError:

    def postage(lines):
        return 490


def goods_total(lines):
    """Return what the goods of an order cost, in cents."""
    return sum(line["price"] * line["count"] for line in lines)


def to_pay(lines):
    """Return what the customer pays: goods and postage, in cents."""
    return goods_total(lines) + postage(lines)
