def receipt_header():
    print("HARBOUR")
    print("tea", "mugs", "gifts", sep="*")
    print("Receipt no.", 1042)
    print("--------------------")
