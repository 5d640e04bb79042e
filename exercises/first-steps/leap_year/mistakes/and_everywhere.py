"""Your condition is never true: no year is at the same time *not* divided by 100 and divided by 400. One of
these two is enough."""


def leap_year(year):
    leap = year % 4 == 0 and year % 100 != 0 and year % 400 == 0

    return leap
