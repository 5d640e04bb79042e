"""Your hours have a decimal point, because `/` always gives one. You want to know how many *whole* hours fit
into the minutes."""


def minutes_to_hours(minutes):
    hours = minutes / 60
    rest = minutes % 60
    print(hours, "h", rest, "min")
