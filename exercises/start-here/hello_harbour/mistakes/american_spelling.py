"""This Harbour is spelt the British way, with a `u` before the last `r`. To a computer, one letter more or
less makes a different name."""


def hello():
    print("Hello, Harbor!")
