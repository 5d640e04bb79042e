def parse_order_line(line):
    order, _, note = line.partition(":")
    if "x" in order:
        sku, count = order.rsplit("x", 1)
    else:
        sku, count = order, "1"
    return {"sku": sku.strip().upper(), "quantity": int(count), "note": note.strip()}
