"""10 per cent of 999 becomes 100 with you. Whatever doesn't make a full cent is dropped, not rounded."""


def tip_calculator():
    bill = int(input("The bill in cents? "))
    percent = int(input("The tip in per cent? "))
    tip = round(bill * percent / 100)
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
