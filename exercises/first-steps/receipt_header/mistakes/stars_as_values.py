"""There are stars around the stars in your second line. Write them as part of the text, or let `sep` put them
between the products, but not both."""


def receipt_header():
    print("HARBOUR")
    print("tea", "*", "mugs", "*", "gifts", sep=" * ")
    print("Receipt no.", 1042)
    print("--------------------")
