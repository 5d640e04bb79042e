def goods_total(lines):
    return sum(line["price"] * line["count"] for line in lines)


def to_pay(lines):
    return goods_total(lines) + data.postage.postage(lines)


import data.postage  # noqa: E402
