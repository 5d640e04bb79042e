def leap_year(year):
    """Answer whether a year is a leap year: True or False."""
    leap = False

    return leap
