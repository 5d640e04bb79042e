"""The minutes that are left over are too many. An hour is 60 minutes: 135 minutes without 2 hours leave 15, not
133."""


def minutes_to_hours(minutes):
    hours = minutes // 60
    rest = minutes - hours
    print(hours, "h", rest, "min")
