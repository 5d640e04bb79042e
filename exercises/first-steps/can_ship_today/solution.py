def can_ship_today(stock, paid, hour):
    """Answer whether an order can leave today: True or False."""
    ready = stock > 0 and paid and 8 <= hour < 14

    return ready
