"""Clicks before the e-mail are counted as well. They have negative numbers, and those are smaller than any limit.
A second condition is needed."""


def count_clicks(hours, limit):
    clicks = 0
    for hour in hours:
        if hour <= limit:
            clicks += 1

    return clicks
