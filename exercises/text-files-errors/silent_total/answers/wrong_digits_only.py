def daily_total(lines):
    total = 0
    for line in lines:
        price = line.partition(";")[2]
        if price.isdigit():
            total += int(price)
    return total
