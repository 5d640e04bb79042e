def count_clicks(hours, limit):
    """Count the clicks from hour 0 up to and including the limit."""
    clicks = 0
    for hour in hours:
        if 0 <= hour <= limit:
            clicks += 1

    return clicks
