"""The SKU comes out right, but the note is uppercase too. Change only the SKU, after you have cut it off."""


def parse_order_line(line):
    order, _, note = line.partition(":")
    sku, _, amount = order.partition(" x ")
    quantity = int(amount) if amount else 1
    return {"sku": sku.strip().upper(), "quantity": quantity, "note": note.strip().upper()}
