def tip_calculator():
    percent = int(input("The tip in per cent? "))
    bill = int(input("The bill in cents? "))
    tip = bill * percent // 100
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
