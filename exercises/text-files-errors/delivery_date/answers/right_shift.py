from datetime import timedelta


def delivery_date(ordered_at, days):
    leaves = (ordered_at + timedelta(hours=10)).date()
    leaves += timedelta(days=leaves.strftime("%a") == "Sun")
    arrives = leaves + timedelta(days=days)
    return arrives + timedelta(days=arrives.weekday() // 6)
