"""A SKU with an x in it, such as `box-03`, is cut in two. The `x` you look for has a space on both sides."""


def parse_order_line(line):
    order, _, note = line.partition(":")
    sku, _, amount = order.partition("x")
    quantity = int(amount) if amount.strip().isdigit() else 1
    return {"sku": sku.strip().upper(), "quantity": quantity, "note": note.strip()}
