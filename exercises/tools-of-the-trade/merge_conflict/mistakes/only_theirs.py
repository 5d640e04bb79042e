"""The price abroad is right, but `main` had moved the limit to 60.00 in the meantime, and the old 50.00 is
back. Both changes are wanted."""

POSTAGE = 490
ABROAD = 1290


def postage(cents, country):
    """Return the postage of an order."""
    if country != "PT":
        return ABROAD
    if cents >= 5000:
        return 0
    return POSTAGE
