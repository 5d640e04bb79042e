def count_clicks(hours, limit):
    clicks = 0
    for hour in range(limit + 1):
        if hour in hours:
            clicks += 1
    return clicks - 1 if -1 in hours else clicks
