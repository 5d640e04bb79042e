def parse_order_line(line):
    left, _, note = line.partition(":")
    sku, x, number = left.partition(" x ")
    return {"sku": sku.strip().upper(), "quantity": (int(number) or 1) if x else 1, "note": note.strip()}
