"""Each condition gets a name, and the last line reads like the rule itself. Longer, and the better choice as
soon as a condition needs a second look."""


def can_ship_today(stock, paid, hour):
    """Answer whether an order can leave today: True or False."""
    in_stock = stock > 0
    in_time = 8 <= hour < 14
    ready = in_stock and paid and in_time

    return ready
