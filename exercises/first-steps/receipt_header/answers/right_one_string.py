def receipt_header():
    print("HARBOUR\ntea * mugs * gifts\nReceipt no. 1042\n--------------------")
