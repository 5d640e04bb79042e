"""There are two spaces before the number. `print` puts one between its values by itself; the space at the
end of your text is one too many."""


def receipt_header():
    print("HARBOUR")
    print("tea", "mugs", "gifts", sep=" * ")
    print("Receipt no. ", 1042)
    print("--------------------")
