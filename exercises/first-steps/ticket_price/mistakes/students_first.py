"""A student of 17 pays 700, but fits the line with 500 too, and the lowest price counts. Decide about the
cheapest case first."""


def ticket_price(age, student):
    if age >= 65 or student:
        price = 700
    elif age < 6:
        price = 0
    elif age < 18:
        price = 500
    else:
        price = 1100

    return price
