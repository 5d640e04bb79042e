def tip_calculator():
    bill = int(input("The bill in cents? "))
    percent = int(input("The tip in per cent? "))
    tip = int(bill * (percent / 100))
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
