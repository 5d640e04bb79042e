"""The commands are in the right order now. The folder's name is still not the one in the ticket: compare them
letter by letter."""


def print_card():
    print("1. Open a terminal")
    print("2. cd program")
    print("3. python3 till.py")
