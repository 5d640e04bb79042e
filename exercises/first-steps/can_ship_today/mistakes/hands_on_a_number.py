"""With nothing in stock you return the number 0, which counts as false but is not `False`. Compare the number in
stock with 0, so that the answer is a real yes or no."""


def can_ship_today(stock, paid, hour):
    ready = stock and paid and 8 <= hour < 14

    return ready
