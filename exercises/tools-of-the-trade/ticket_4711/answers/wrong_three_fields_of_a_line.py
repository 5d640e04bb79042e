import copy


def reorder(order):
    new_order = order.copy()
    new_order['lines'] = [{'sku': l['sku'], 'price': l['price'], 'count': l['count']} for l in order['lines']]
    new_order.update(number=None, status="open")
    return new_order


def change_count(order, sku, count):
    for line in order["lines"]:
        if line["sku"] == sku:
            line["count"] = count


def remove_line(order, sku):
    for line in order["lines"]:
        if line["sku"] == sku:
            order["lines"].remove(line)
            return


def total(order):
    cents = 0
    for line in order["lines"]:
        cents += line["price"] * line["count"]
    return cents
