def count_clicks(hours, limit):
    clicks = 0
    for hour in hours:
        if hour < 0:
            continue
        if hour > limit:
            continue
        clicks = clicks + 1
    return clicks
