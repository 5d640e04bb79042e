"""Asking and converting in separate lines. Longer, and when somebody types nonsense the traceback names a line
that does only one thing."""


def tip_calculator():
    """Ask for a bill and a tip in per cent, then print the tip and the total."""
    bill_typed = input("How much is the bill, in cents? ")
    percent_typed = input("And the tip, in per cent? ")
    bill = int(bill_typed)
    percent = int(percent_typed)
    tip = bill * percent // 100
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
