"""An order at 8 sharp is turned away. *From 8:00 on* means that 8 itself counts."""


def can_ship_today(stock, paid, hour):
    ready = stock > 0 and paid and 8 < hour < 14

    return ready
