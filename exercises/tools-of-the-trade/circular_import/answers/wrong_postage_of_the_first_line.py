def goods_total(lines):
    return sum(line["price"] * line["count"] for line in lines)


def to_pay(lines):
    from data.postage import postage

    return goods_total(lines) + sum(postage([line]) for line in lines[:1])
