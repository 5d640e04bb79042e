def can_ship_today(stock, paid, hour):
    ready = stock > 0 and 8 <= hour < 14

    return ready
