def daily_total(lines):
    total = 0
    for line in lines:
        if ";" not in line:
            continue
        sku, price = line.split(";")
        try:
            total += int(float(price))
        except ValueError:
            pass
    return total
