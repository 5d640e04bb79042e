import sys


def goods_total(lines):
    return sum(line["price"] * line["count"] for line in lines)


def to_pay(lines):
    rules = sys.modules["data.postage"]
    goods = goods_total(lines)
    return goods if goods >= rules.FREE_FROM else goods + 490
