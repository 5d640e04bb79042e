"""Clicks before the e-mail are counted too. They have negative numbers, and those are smaller than any limit, so
you need a second condition."""


def count_clicks(hours, limit):
    clicks = 0
    for hour in hours:
        if hour <= limit:
            clicks += 1

    return clicks
