"""You calculate with what was typed, and that is a string. Turn both answers into whole numbers before you use
them."""


def tip_calculator():
    bill = input("The bill in cents? ")
    percent = input("The tip in per cent? ")
    tip = bill * percent // 100
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
