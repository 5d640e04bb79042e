"""You divide by 100 first and drop the rest, and only then multiply, so cents get lost on the way. Multiply
first; then only the last, incomplete cent is dropped."""


def tip_calculator():
    bill = int(input("The bill in cents? "))
    percent = int(input("The tip in per cent? "))
    tip = bill // 100 * percent
    print(f"Tip: {tip} cents")
    print(f"Total: {bill + tip} cents")
