"""Only a student who is 65 or older pays 700. One of the two is enough."""


def ticket_price(age, student):
    if age < 6:
        price = 0
    elif age < 18:
        price = 500
    elif age >= 65 and student:
        price = 700
    else:
        price = 1100

    return price
