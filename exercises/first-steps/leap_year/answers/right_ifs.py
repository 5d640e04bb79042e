def leap_year(year):
    if year % 400 == 0:
        leap = True
    elif year % 100 == 0:
        leap = False
    else:
        leap = year % 4 == 0

    return leap
