"""A line without ` x ` stops your program. The quantity may be missing, and then it is 1."""


def parse_order_line(line):
    order, _, note = line.partition(":")
    sku, amount = order.split(" x ")
    return {"sku": sku.strip().upper(), "quantity": int(amount), "note": note.strip()}
