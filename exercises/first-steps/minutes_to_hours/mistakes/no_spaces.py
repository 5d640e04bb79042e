"""The numbers are right, but they touch the words. The brief wants one space between the parts."""


def minutes_to_hours(minutes):
    hours = minutes // 60
    rest = minutes % 60
    print(hours, "h", rest, "min", sep="")
