"""Your answers are the wrong way round: yes where it should be no. `%` gives the remainder, and for a year that
can be divided by 4 the remainder is 0."""


def leap_year(year):
    leap = year % 4 != 0 or (year % 100 == 0 and year % 400 != 0)

    return leap
