def can_ship_today(stock, paid, hour):
    ready = stock > 1 and paid and 8 <= hour < 14

    return ready
