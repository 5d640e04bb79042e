"""The folder's name is right. But the card still runs the script before it goes into the folder, so Python looks
in the wrong one."""


def print_card():
    print("1. Open a terminal")
    print("2. python3 till.py")
    print("3. cd programs")
