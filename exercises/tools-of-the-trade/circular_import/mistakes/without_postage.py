"""Without the import the circle is gone, and the postage with it. `to_pay` still needs to ask for it. When
does it need it: when the file is loaded, or when somebody calls the function?"""


def goods_total(lines):
    """Return what the goods of an order cost, in cents."""
    return sum(line["price"] * line["count"] for line in lines)


def to_pay(lines):
    """Return what the customer pays: goods and postage, in cents."""
    return goods_total(lines)
