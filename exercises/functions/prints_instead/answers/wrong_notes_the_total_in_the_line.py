def line_total(price, quantity):
    return price * quantity


def order_total(lines):
    total = 0
    for line in lines:
        line["total"] = line_total(line["price"], line["quantity"])
        total += line["total"]
    return total
