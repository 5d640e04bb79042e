POSTAGE = 490
ABROAD = 1290
FREE_FROM = 6000


def postage(cents, country):
    """Return the postage of an order: at home, large orders travel for free."""
    if country != "PT":
        return ABROAD
    if cents >= FREE_FROM:
        return 0
    return POSTAGE
