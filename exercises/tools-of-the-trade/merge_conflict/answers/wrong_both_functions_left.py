POSTAGE = 490
FREE_FROM = 6000
ABROAD = 1290


def postage(cents, country):
    return POSTAGE


def postage(cents, country):
    if country != "PT":
        return ABROAD
    if cents >= FREE_FROM:
        return 0
    return POSTAGE
