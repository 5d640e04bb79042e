"""The program runs to its end because the broken line is gone, and the opening hours are gone with it.
Put the line back and repair its first word."""


def opening_sign():
    print("Harbour: tea, mugs, parcels")
    print("Welcome")
