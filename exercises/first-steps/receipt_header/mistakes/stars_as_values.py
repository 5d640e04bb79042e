"""You gave `print` the stars as values *and* set `sep` to a star, so there are stars around the stars.
One of the two is enough."""


def receipt_header():
    print("HARBOUR")
    print("tea", "*", "mugs", "*", "gifts", sep=" * ")
    print("Receipt no.", 1042)
    print("--------------------")
