"""You take the hours away from the minutes, but an hour is 60 minutes. 135 minutes with 2 hours taken away
leave 15, not 133."""


def minutes_to_hours(minutes):
    hours = minutes // 60
    rest = minutes - hours
    print(hours, "h", rest, "min")
