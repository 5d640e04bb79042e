from datetime import timedelta

LAST_HOUR = 14
SUNDAY = 6


def not_on_a_sunday(day):
    """Return that day, or the day after if it is a Sunday."""
    if day.weekday() == SUNDAY:
        return day + timedelta(days=1)
    return day


def delivery_date(ordered_at, days):
    """Return the date on which an order arrives that is `days` days on the road."""
    leaves = ordered_at.date()
    if ordered_at.hour >= LAST_HOUR:
        leaves += timedelta(days=1)
    leaves = not_on_a_sunday(leaves)
    for _ in range(days):
        leaves = not_on_a_sunday(leaves + timedelta(days=1))
    return leaves
