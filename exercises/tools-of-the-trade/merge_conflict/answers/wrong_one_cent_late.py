POSTAGE = 490
FREE_FROM = 6000
ABROAD = 1290


def postage(cents, country):
    if country != "PT":
        return ABROAD
    return 0 if cents > FREE_FROM else POSTAGE
