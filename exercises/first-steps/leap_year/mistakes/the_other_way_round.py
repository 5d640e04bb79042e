"""Your answers are turned around: yes where it should be no. `year % 4` is what is left over, and nothing may
be left over."""


def leap_year(year):
    leap = year % 4 != 0 or (year % 100 == 0 and year % 400 != 0)

    return leap
