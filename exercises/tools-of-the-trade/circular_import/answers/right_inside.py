def goods_total(lines):
    total = 0
    for line in lines:
        total += line["price"] * line["count"]
    return total


def to_pay(lines):
    import data.postage

    return data.postage.postage(lines) + goods_total(lines)
