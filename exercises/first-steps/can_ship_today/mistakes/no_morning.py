"""An order in the middle of the night is answered with yes. The hour has two boundaries: it must not be too
late, and not too early either."""


def can_ship_today(stock, paid, hour):
    ready = stock > 0 and paid and hour < 14

    return ready
