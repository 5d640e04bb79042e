"""Spaces are left over, for instance the one after the colon. Strip the SKU and the note before they go into the dictionary."""


def parse_order_line(line):
    order, _, note = line.partition(":")
    sku, _, amount = order.partition(" x ")
    quantity = int(amount) if amount else 1
    return {"sku": sku.upper(), "quantity": quantity, "note": note}
