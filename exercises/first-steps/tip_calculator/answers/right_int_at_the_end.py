def tip_calculator():
    bill = input("Bill: ")
    percentage = input("Tip: ")
    tip = int(int(bill) * int(percentage) / 100)
    print("Tip:", tip, "cents")
    print("Total:", int(bill) + tip, "cents")
