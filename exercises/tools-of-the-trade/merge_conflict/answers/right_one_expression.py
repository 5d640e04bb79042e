POSTAGE = 490
FREE_FROM = 6000
ABROAD = 1290


def postage(cents, country):
    """Return the postage of an order."""
    at_home = 0 if cents >= FREE_FROM else POSTAGE
    return at_home if country == "PT" else ABROAD
