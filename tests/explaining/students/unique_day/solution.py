def unique_day(day, possible_birthdays):
    return [d for _, d in possible_birthdays].count(day) == 1


def unique_month(month, possible_birthdays):
    return [m for m, _ in possible_birthdays].count(month) == 1


def contains_unique_day(month, possible_birthdays):
    return any(
        unique_day(day, possible_birthdays)
        for each, day in possible_birthdays
        if each == month
    )
