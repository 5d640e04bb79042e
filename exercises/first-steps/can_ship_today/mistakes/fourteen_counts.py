"""An order at 14 sharp still ships with your condition. *Before* 14 means that 14 itself no longer counts."""


def can_ship_today(stock, paid, hour):
    ready = stock > 0 and paid and 8 <= hour <= 14

    return ready
