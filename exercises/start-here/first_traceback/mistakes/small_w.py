"""Both errors are gone. But the sign says `welcome` with a lowercase w, and it should read exactly as in the
brief."""


def opening_sign():
    print("Harbour: tea, mugs, parcels")
    print("Open from 9 to 18")
    print("welcome")
