def goods_total(lines):
    return sum(line["price"] * line["count"] for line in lines)


def to_pay(lines):
    return goods_total(lines) + postage(lines)


from data.postage import postage  # noqa: E402
