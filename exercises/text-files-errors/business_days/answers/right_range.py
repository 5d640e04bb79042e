from datetime import date, timedelta


def business_days(start, end, holidays):
    days = [start + timedelta(days=n) for n in range((end - start).days)]
    return sum(1 for day in days if day.weekday() not in (5, 6) and day.isoformat() not in holidays)
