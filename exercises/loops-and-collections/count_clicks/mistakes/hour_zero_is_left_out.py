"""A click at hour 0, right when the e-mail came, is not counted. The brief says that it counts."""


def count_clicks(hours, limit):
    clicks = 0
    for hour in hours:
        if 0 < hour <= limit:
            clicks += 1

    return clicks
