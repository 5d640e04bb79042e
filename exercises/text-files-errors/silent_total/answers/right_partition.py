def daily_total(lines):
    total = 0
    for line in lines:
        if ";" not in line:
            continue
        try:
            total += int(line.partition(";")[2])
        except ValueError:
            continue
    return total
