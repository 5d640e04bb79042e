"""Small children pay 500, because they are under 18 too. The narrower case has to be decided before the wider
one."""


def ticket_price(age, student):
    if age < 18:
        price = 500
    elif age < 6:
        price = 0
    elif age >= 65 or student:
        price = 700
    else:
        price = 1100

    return price
