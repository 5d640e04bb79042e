"""The commands are in the right order, but their numbers are not: the card counts 1, 3, 2. When you move a
line, the number in its text moves with it."""


def print_card():
    print("1. Open a terminal")
    print("3. cd programs")
    print("2. python3 till.py")
