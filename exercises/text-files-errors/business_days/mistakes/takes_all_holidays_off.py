"""You subtract every holiday in the list. Some are on a Saturday, are listed twice, or lie outside your days;
those change nothing. Look at each *day* and ask whether it is a holiday."""

from datetime import timedelta


def business_days(start, end, holidays):
    count = 0
    day = start
    while day < end:
        if day.weekday() < 5:
            count += 1
        day += timedelta(days=1)
    return count - len(holidays)
