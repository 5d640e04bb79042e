"""Without the two broken lines nothing stops any more, but the sign has only one line. The program
should do what it was meant to do; repair the lines instead of removing them."""


def opening_sign():
    print("Harbour: tea, mugs, parcels")
