def can_ship_today(stock, paid, hour):
    ready = True
    if stock <= 0:
        ready = False
    if not paid:
        ready = False
    if hour < 8 or hour >= 14:
        ready = False

    return ready
