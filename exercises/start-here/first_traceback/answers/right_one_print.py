def opening_sign():
    """Print the sign on the shop's door."""
    print("Harbour: tea, mugs, parcels\nOpen from 9 to 18\nWelcome")
