def parse_order_line(line):
    before, _, after = line.partition(" x ")
    if not after:
        sku, _, note = line.partition(":")
        return {"sku": sku.strip().upper(), "quantity": 1, "note": note.strip()}
    amount, _, note = after.partition(":")
    return {"sku": before.strip().upper(), "quantity": int(amount), "note": note.strip()}
