from datetime import date, timedelta


def business_days(start, end, holidays):
    total = 0
    day = start
    while day < end:
        if day.weekday() < 5:
            if str(day) in holidays:
                holidays.remove(str(day))
            else:
                total += 1
        day += timedelta(1)
    return total
