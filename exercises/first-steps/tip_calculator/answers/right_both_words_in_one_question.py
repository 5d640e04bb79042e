def tip_calculator():
    bill = int(input("The bill, without the tip, in cents? "))
    percent = int(input("How many per cent of the bill do you want to tip? "))
    tip = bill * percent // 100
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
