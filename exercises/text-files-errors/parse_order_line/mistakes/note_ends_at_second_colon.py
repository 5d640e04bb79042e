"""A note such as "ring: twice" loses its end. Only the first colon separates; everything after it is the note."""


def parse_order_line(line):
    pieces = line.split(":")
    note = pieces[1] if len(pieces) > 1 else ""
    sku, _, amount = pieces[0].partition(" x ")
    quantity = int(amount) if amount else 1
    return {"sku": sku.strip().upper(), "quantity": quantity, "note": note.strip()}
