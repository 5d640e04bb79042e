def count_clicks(hours, limit):
    clicks = len({h for h in hours if 0 <= h <= limit})
    return clicks
