def print_card():
    """Print the card that says how to start the till."""
    print("1. Open a terminal")
    print("2. python3 programs/till.py")
