def can_ship_today(stock, paid, hour):
    """Answer whether an order can leave today: True or False."""
    ready = False

    return ready
