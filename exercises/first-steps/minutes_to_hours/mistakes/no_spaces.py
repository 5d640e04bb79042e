"""The numbers are right, but they touch the words. `print` puts a space between its values by itself, as
long as `sep` does not take it away."""


def minutes_to_hours(minutes):
    hours = minutes // 60
    rest = minutes % 60
    print(hours, "h", rest, "min", sep="")
