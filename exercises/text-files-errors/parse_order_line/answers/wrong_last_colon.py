def parse_order_line(line):
    """Return SKU, quantity and note of a line such as "TEA-01 x 3: wrap it"."""
    order, _, note = (lambda a: a if a[1] else (line, "", ""))(line.rpartition(":"))
    sku, _, amount = order.partition(" x ")
    quantity = 1
    if amount:
        quantity = int(amount)
    return {
        "sku": sku.strip().upper(),
        "quantity": quantity,
        "note": note.strip(),
    }
