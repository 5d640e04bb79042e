"""The stars are there, but they touch the words. `sep` replaces the space that `print` would have put
there, so spaces that you want have to be part of it."""


def receipt_header():
    print("HARBOUR")
    print("tea", "mugs", "gifts", sep="*")
    print("Receipt no.", 1042)
    print("--------------------")
