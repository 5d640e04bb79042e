def daily_total(lines):
    total = 0
    for line in lines:
        try:
            _, price = line.split(";")
            cents = int(price)
        except ValueError:
            pass
        else:
            total += cents
    return total
