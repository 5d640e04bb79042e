"""Spaces stay behind, for instance the one after the colon. Before you put a text into the
dictionary, take the spaces off its ends."""


def parse_order_line(line):
    order, _, note = line.partition(":")
    sku, _, amount = order.partition(" x ")
    quantity = int(amount) if amount else 1
    return {"sku": sku.upper(), "quantity": quantity, "note": note}
