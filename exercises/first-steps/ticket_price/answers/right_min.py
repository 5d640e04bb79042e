def ticket_price(age, student):
    price = 1100
    if age >= 65 or student:
        price = min(price, 700)
    if 6 <= age < 18:
        price = min(price, 500)
    if age < 6:
        price = 0

    return price
