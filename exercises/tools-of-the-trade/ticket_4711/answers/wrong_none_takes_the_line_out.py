import copy


def reorder(order):
    new_order = copy.deepcopy(order)
    new_order.update(number=None, status="open")
    return new_order


def change_count(order, sku, count):
    for line in order["lines"]:
        if line["sku"] == sku:
            line["count"] = count
    order["lines"][:] = [l for l in order["lines"] if l["count"]]


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
