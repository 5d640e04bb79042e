def ticket_price(age, student):
    if age < 6:
        price = 0
    elif age < 18:
        price = 500
    elif student or age == 65:
        price = 700
    else:
        price = 1100
    return price
