from datetime import date, timedelta


def business_days(start, end, holidays):
    days = {start + timedelta(days=n) for n in range(max(0, (end - start).days))}
    days -= {date.fromisoformat(text) for text in holidays}
    return len([day for day in days if day.isoweekday() <= 5])
