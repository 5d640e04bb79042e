FREE_FROM = 5000


def goods_total(lines):
    return sum(line["price"] * line["count"] for line in lines)


def to_pay(lines):
    goods = goods_total(lines)
    if goods >= FREE_FROM:
        return goods
    return goods + 490
