"""Your line of hyphens has 19 of them, one too few for twenty. Counting is dull work: compare the two lines on the
screen, or count in fives."""


def receipt_header():
    print("HARBOUR")
    print("tea", "mugs", "gifts", sep=" * ")
    print("Receipt no.", 1042)
    print("-------------------")
