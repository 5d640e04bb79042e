def receipt_header():
    print("HARBOUR")
    print("tea * mugs * gifts")
    print("Receipt no. 1042")
    print("-----------------")
