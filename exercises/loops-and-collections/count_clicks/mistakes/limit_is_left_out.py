"""A click exactly at the limit is not counted. "Up to and including" means that the limit itself is still in."""


def count_clicks(hours, limit):
    clicks = 0
    for hour in hours:
        if 0 <= hour < limit:
            clicks += 1

    return clicks
