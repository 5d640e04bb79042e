POSTAGE = 490
FREE_FROM = 6000
ABROAD = 1290


def postage(cents, country):
    """Return the postage of an order: abroad it costs more."""
    if country != "PT":
        return ABROAD
    if cents >= 5000:
        return 0
    return POSTAGE
