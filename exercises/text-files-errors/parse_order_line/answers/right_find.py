def parse_order_line(line):
    colon = line.find(":")
    note = ""
    if colon != -1:
        note = line[colon + 1 :].strip()
        line = line[:colon]
    quantity = 1
    if " x " in line:
        line, number = line.split(" x ", 1)
        quantity = int(number)
    return {"note": note, "sku": line.strip().upper(), "quantity": quantity}
