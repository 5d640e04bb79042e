from datetime import date, timedelta


def business_days(start, end, holidays):
    count = 0
    day = start
    while day < end:
        if day.weekday() < 5:
            count += 1
        day += timedelta(days=1)
    for holiday in {date.fromisoformat(text) for text in holidays}:
        if start < holiday < end and holiday.weekday() < 5:
            count -= 1
    return count
