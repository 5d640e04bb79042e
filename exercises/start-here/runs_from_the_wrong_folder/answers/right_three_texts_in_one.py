def print_card():
    print("1. Open a terminal\n2. cd programs\n3. python3 till.py")
