"""You say yes for 2023, because it cannot be divided by 100. After your first `or`, one true piece is enough.
Being divided by 4 is needed in any case."""


def leap_year(year):
    leap = year % 4 == 0 or year % 100 != 0 or year % 400 == 0

    return leap
