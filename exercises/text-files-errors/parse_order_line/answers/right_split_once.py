def parse_order_line(line):
    parts = line.split(":", 1)
    note = parts[1].strip() if len(parts) == 2 else ""
    words = parts[0].split(" x ")
    quantity = int(words[1]) if len(words) > 1 else 1
    return dict(sku=words[0].strip().upper(), quantity=quantity, note=note)
