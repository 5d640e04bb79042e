def opening_sign():
    """Print the sign on the shop's door."""
    print("Harbour: tea, mugs, parcels")
    print("Open from 9 to 18")
    Welcome = "Welcome!"
    print(Welcome)
