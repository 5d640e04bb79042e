"""The new limit is there, and the colleague's work is gone: an order to Norway travels at the
price of one to Porto. Both changes are wanted."""

POSTAGE = 490
FREE_FROM = 6000


def postage(cents, country):
    """Return the postage of an order."""
    if cents >= FREE_FROM:
        return 0
    return POSTAGE
