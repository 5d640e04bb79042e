"""Your tip has a decimal point. It should be whole cents, with the rest dropped, and there is a division that
does both."""


def tip_calculator():
    bill = int(input("The bill in cents? "))
    percent = int(input("The tip in per cent? "))
    tip = bill * percent / 100
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
