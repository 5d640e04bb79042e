"""`split(":")` cuts at every colon, and you keep only the piece after the first. A note such as
"ring: twice" loses its end. Cut at the first colon only."""


def parse_order_line(line):
    pieces = line.split(":")
    note = pieces[1] if len(pieces) > 1 else ""
    sku, _, amount = pieces[0].partition(" x ")
    quantity = int(amount) if amount else 1
    return {"sku": sku.strip().upper(), "quantity": quantity, "note": note.strip()}
