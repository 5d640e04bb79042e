"""For 1900 and 2100 you say yes. They can be divided by 4, but full centuries are an exception, and the brief
says which of them are leap years all the same."""


def leap_year(year):
    leap = year % 4 == 0

    return leap
