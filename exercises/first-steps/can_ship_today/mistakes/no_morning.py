"""Your answer is yes in the middle of the night. The hour has two borders: it may not be too late, and not too
early either."""


def can_ship_today(stock, paid, hour):
    ready = stock > 0 and paid and hour < 14

    return ready
