"""The stars are there, but they touch the words. The spaces around a star have to be written too, next to the
star."""


def receipt_header():
    print("HARBOUR")
    print("tea", "mugs", "gifts", sep="*")
    print("Receipt no.", 1042)
    print("--------------------")
