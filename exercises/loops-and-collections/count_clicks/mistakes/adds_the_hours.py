"""You add the hour itself, so the result is a sum of hours. To count, add 1 for each click."""


def count_clicks(hours, limit):
    clicks = 0
    for hour in hours:
        if 0 <= hour <= limit:
            clicks += hour

    return clicks
