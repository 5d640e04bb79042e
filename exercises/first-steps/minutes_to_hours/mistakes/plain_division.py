"""Your hours have a decimal point. You want to know how many *whole* hours fit into the minutes, and there is a
division for that."""


def minutes_to_hours(minutes):
    hours = minutes / 60
    rest = minutes % 60
    print(hours, "h", rest, "min")
