"""You say yes for 2023, which cannot be divided by 4. That one condition has to hold in any case; only the two
about centuries are alternatives."""


def leap_year(year):
    leap = year % 4 == 0 or year % 100 != 0 or year % 400 == 0

    return leap
