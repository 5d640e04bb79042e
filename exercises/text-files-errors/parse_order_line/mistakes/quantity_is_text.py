"""Your quantity is a string: `"3"` with quotes. What you cut out of a string is always a string, so convert it to a number."""


def parse_order_line(line):
    order, _, note = line.partition(":")
    sku, _, amount = order.partition(" x ")
    return {"sku": sku.strip().upper(), "quantity": amount.strip() or 1, "note": note.strip()}
