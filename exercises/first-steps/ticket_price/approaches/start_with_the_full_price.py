"""Everyone starts with the full price, and the branches only make it lower. Without an `else` no case can be
forgotten when a branch is added. The four branches of the other version look more like the table."""


def ticket_price(age, student):
    """Work out the price in cents of a ticket for the tour."""
    price = 1100
    if age < 6:
        price = 0
    elif age < 18:
        price = 500
    elif student or age >= 65:
        price = 700

    return price
