def goods_total(lines):
    return sum(line["price"] * line["count"] for line in lines)


def to_pay(lines):
    from data.postage import postage

    if not lines:
        return 0
    return goods_total(lines) + postage(lines)
