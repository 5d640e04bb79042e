def leap_year(year):
    return not year % 4 and (not year % 400 or bool(year % 100))
