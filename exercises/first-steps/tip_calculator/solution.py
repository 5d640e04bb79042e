def tip_calculator():
    """Ask for a bill and a tip in per cent, then print the tip and the total."""
    bill = int(input("The bill in cents? "))
    percent = int(input("The tip in per cent? "))
    tip = bill * percent // 100
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
