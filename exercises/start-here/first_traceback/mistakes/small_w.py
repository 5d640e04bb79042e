"""Both errors are gone. The sign says `welcome` with a small w now; it should read as the ticket shows
it."""


def opening_sign():
    print("Harbour: tea, mugs, parcels")
    print("Open from 9 to 18")
    print("welcome")
