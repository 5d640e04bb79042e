"""The counting ends at the first click that does not count, and clicks after it are never seen. A click that
does not count needs no line at all."""


def count_clicks(hours, limit):
    clicks = 0
    for hour in hours:
        if 0 <= hour <= limit:
            clicks += 1
        else:
            return clicks

    return clicks
