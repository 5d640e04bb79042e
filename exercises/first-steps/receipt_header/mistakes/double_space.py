"""There are two spaces before the number, and one is wanted. `print` already puts one between its values."""


def receipt_header():
    print("HARBOUR")
    print("tea", "mugs", "gifts", sep=" * ")
    print("Receipt no. ", 1042)
    print("--------------------")
