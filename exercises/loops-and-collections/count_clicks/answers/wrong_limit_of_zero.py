def count_clicks(hours, limit):
    clicks = 0
    for hour in hours:
        if hour >= 0 and (not limit or hour <= limit):
            clicks += 1

    return clicks
