def count_clicks(hours, limit):
    clicks = 0
    for hour in hours:
        if abs(hour) <= limit:
            clicks += 1
    return clicks
