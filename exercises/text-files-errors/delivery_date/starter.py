from datetime import timedelta


def delivery_date(ordered_at, days):
    """Return the date on which an order arrives that is `days` days on the road."""
