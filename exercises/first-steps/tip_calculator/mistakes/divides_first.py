"""Cents get lost on the way: for a bill of 999, ten per cent comes out as 90 instead of 99. Multiply first; then
only the last, incomplete cent is dropped."""


def tip_calculator():
    bill = int(input("The bill in cents? "))
    percent = int(input("The tip in per cent? "))
    tip = bill // 100 * percent
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
