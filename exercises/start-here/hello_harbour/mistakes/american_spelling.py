"""This Harbour is spelt the British way, with a `u` before the last `r`. For a computer one letter
more or less is another name."""


def hello():
    print("Hello, Harbor!")
