from datetime import timedelta


def delivery_date(ordered_at, days):
    day = ordered_at.date()
    if (ordered_at.hour, ordered_at.minute) >= (14, 0):
        day = day + timedelta(1)
    while day.isoweekday() == 7:
        day = day + timedelta(1)
    day = day + timedelta(days)
    while day.isoweekday() == 7:
        day = day + timedelta(1)
    return day
