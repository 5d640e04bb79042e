POSTAGE = 490
FREE_FROM = 6000
ABROAD = 1290


def postage(cents, country):
    """Return the postage of an order: abroad it costs more."""
    if country != "PT":
        return ABROAD
    if cents >= FREE_FROM:
        return 0
    return POSTAGE


def postage(cents, country):
    """Return the postage of an order: Harbour's large orders travel for free."""
    if cents >= FREE_FROM:
        return 0
    return POSTAGE
