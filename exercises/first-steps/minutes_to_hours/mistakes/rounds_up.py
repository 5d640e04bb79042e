"""Your hours go up to the nearest hour, so 119 minutes become 2 hours and 59 minutes more. Only hours that are
really full count."""


def minutes_to_hours(minutes):
    hours = round(minutes / 60)
    rest = minutes % 60
    print(hours, "h", rest, "min")
