POSTAGE = 490
<<<<<<< HEAD
FREE_FROM = 6000


def postage(cents, country):
    """Return the postage of an order: Harbour's large orders travel for free."""
    if cents >= FREE_FROM:
        return 0
    return POSTAGE
=======
ABROAD = 1290


def postage(cents, country):
    """Return the postage of an order: abroad it costs more."""
    if country != "PT":
        return ABROAD
    if cents >= 5000:
        return 0
    return POSTAGE
>>>>>>> postage-abroad
