"""The result is the sum of the hours, not the number of clicks. To count, add 1 for each click."""


def count_clicks(hours, limit):
    clicks = 0
    for hour in hours:
        if 0 <= hour <= limit:
            clicks += hour

    return clicks
