def receipt_header():
    """Print the first four lines of a receipt."""
    print("HARBOUR")
    print("tea", "mugs", "gifts", sep=" * ")
    print("Receipt no.", 1042)
    print("--------------------")
