"""One condition is enough for your answer to be yes. An order ships only when all three are true at the same
time."""


def can_ship_today(stock, paid, hour):
    ready = stock > 0 or paid or 8 <= hour < 14

    return ready
