"""Every year that can be divided by 400 can be divided by 4, so the last condition can follow `or` without
parentheses. It is right because `and` is worked out first, and a reader has to know that."""


def leap_year(year):
    """Answer whether a year is a leap year: True or False."""
    leap = year % 4 == 0 and year % 100 != 0 or year % 400 == 0

    return leap
