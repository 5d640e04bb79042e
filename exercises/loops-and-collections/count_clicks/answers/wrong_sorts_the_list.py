def count_clicks(hours, limit):
    hours.sort()
    clicks = 0
    for hour in hours:
        if 0 <= hour <= limit:
            clicks += 1
    return clicks
