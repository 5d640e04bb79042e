from datetime import timedelta


def delivery_date(ordered_at, days):
    day = ordered_at.date()
    if ordered_at.hour >= 14:
        day += timedelta(days=1)
        if day.weekday() == 6:
            day += timedelta(days=1)
        return day + timedelta(days=days)
    if day.weekday() == 6:
        day += timedelta(days=1)
    arrives = day + timedelta(days=days)
    if arrives.weekday() == 6:
        arrives += timedelta(days=1)
    return arrives
