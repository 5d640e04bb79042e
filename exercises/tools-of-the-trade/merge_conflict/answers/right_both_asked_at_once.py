FREE_FROM = 60 * 100
ABROAD = 1290
POSTAGE = 490


def postage(cents, country):
    if country == "PT" and cents >= FREE_FROM:
        return 0
    elif country == "PT":
        return POSTAGE
    return ABROAD
