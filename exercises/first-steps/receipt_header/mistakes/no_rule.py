"""Three lines are right, and the line of hyphens is missing. It is a string like the others, made of twenty
hyphens between quotes."""


def receipt_header():
    print("HARBOUR")
    print("tea", "mugs", "gifts", sep=" * ")
    print("Receipt no.", 1042)
