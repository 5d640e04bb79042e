def can_ship_today(stock, paid, hour):
    ready = stock > 0 and paid and hour != 7 and hour < 14
    return ready
