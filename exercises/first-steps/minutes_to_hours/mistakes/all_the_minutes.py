"""The hours are right, but then you print all the minutes again. Only those that do not fill another hour
belong there."""


def minutes_to_hours(minutes):
    hours = minutes // 60
    print(hours, "h", minutes, "min")
