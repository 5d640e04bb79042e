"""Your second line has spaces between the products where the stars should be. A space is what `print` puts
between values unless `sep` says otherwise."""


def receipt_header():
    print("HARBOUR")
    print("tea", "mugs", "gifts")
    print("Receipt no.", 1042)
    print("--------------------")
