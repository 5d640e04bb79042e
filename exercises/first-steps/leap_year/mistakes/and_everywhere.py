"""Your answer is no for every ordinary leap year, such as 2024. A leap year doesn't have to be divisible by
400; it is enough that it is *not* divisible by 100."""


def leap_year(year):
    leap = year % 4 == 0 and year % 100 != 0 and year % 400 == 0

    return leap
