"""The hours are right, but then all the minutes are printed again. Only those that don't fill another hour
belong there."""


def minutes_to_hours(minutes):
    hours = minutes // 60
    print(hours, "h", minutes, "min")
