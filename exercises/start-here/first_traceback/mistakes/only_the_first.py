"""The first error is gone: you got one line further. Now Python stops at the last line, because it takes
`Welcome` for a name that it should know. It is meant as text."""


def opening_sign():
    print("Harbour: tea, mugs, parcels")
    print("Open from 9 to 18")
    print(Welcome)
