"""You join the conditions with `or`, so one of them is enough. An order ships only when all of them are true."""


def can_ship_today(stock, paid, hour):
    ready = stock > 0 or paid or 8 <= hour < 14

    return ready
