"""A student of 17 pays 700 with you, but fits the line with 500 as well. Your question about students comes
first and takes the decision. Ask for the cheapest case first."""


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
