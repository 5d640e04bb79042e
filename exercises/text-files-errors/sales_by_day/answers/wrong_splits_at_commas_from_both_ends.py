def sales_by_day(lines):
    lines = list(lines)
    if not lines:
        return {}
    columns = lines[0].strip().split(",")
    days = {}
    for line in lines[1:]:
        parts = line.strip().split(",")
        day = parts[columns.index("day")]
        quantity = parts[columns.index("quantity") - len(columns)]
        cents = parts[columns.index("cents") - len(columns)]
        days[day] = days.get(day, 0) + int(quantity) * int(cents)
    return days
