"""You leave out every full century, but 2000 was a leap year all the same. The exception has an exception: years
that can be divided by 400."""


def leap_year(year):
    leap = year % 4 == 0 and year % 100 != 0

    return leap
