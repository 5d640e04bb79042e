def daily_total(lines):
    total = 0
    for line in lines:
        if line and ";" in line:
            try:
                total += int(line.split(";")[1])
            except ValueError:
                continue
    return total
