"""Both changes are there. But the amount is checked first, so a large order abroad is free. Which
of the two rules wins abroad?"""

POSTAGE = 490
ABROAD = 1290
FREE_FROM = 6000


def postage(cents, country):
    """Return the postage of an order: at home, large orders travel for free."""
    if cents >= FREE_FROM:
        return 0
    if country != "PT":
        return ABROAD
    return POSTAGE
