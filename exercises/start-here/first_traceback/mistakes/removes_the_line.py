"""The program runs to its end, but the opening hours are missing from the sign. Put that line back and
repair its first word."""


def opening_sign():
    print("Harbour: tea, mugs, parcels")
    print("Welcome")
