"""You round to the nearest cent, so 10 per cent of 999 becomes 100. What does not make a full cent should be
dropped."""


def tip_calculator():
    bill = int(input("The bill in cents? "))
    percent = int(input("The tip in per cent? "))
    tip = round(bill * percent / 100)
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
