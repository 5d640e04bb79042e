"""You add the percentage as if it were cents. 10 per cent of a bill of 2500 is 250: the bill times 10, divided
by 100."""


def tip_calculator():
    bill = int(input("The bill in cents? "))
    percent = int(input("The tip in per cent? "))
    tip = percent
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
