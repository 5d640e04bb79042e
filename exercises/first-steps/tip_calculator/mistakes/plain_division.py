"""Your tip has a decimal point, because `/` always gives one. The tip should be whole cents, with the rest
dropped."""


def tip_calculator():
    bill = int(input("The bill in cents? "))
    percent = int(input("The tip in per cent? "))
    tip = bill * percent / 100
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
