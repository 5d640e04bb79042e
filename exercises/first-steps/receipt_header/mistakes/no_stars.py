"""Your second line has spaces between the products where the stars should be. That is what `print` puts
between values as long as you do not tell it otherwise with `sep`."""


def receipt_header():
    print("HARBOUR")
    print("tea", "mugs", "gifts")
    print("Receipt no.", 1042)
    print("--------------------")
