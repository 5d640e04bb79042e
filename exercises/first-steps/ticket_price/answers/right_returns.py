def ticket_price(age, student):
    if age < 6:
        return 0
    if age < 18:
        return 500
    if student:
        return 700
    if age >= 65:
        return 700
    return 1100
