"""Nothing stops any more, but the sign has only its first line now. The program should do what it was meant
to do, so repair the broken lines instead of removing them."""


def opening_sign():
    print("Harbour: tea, mugs, parcels")
