"""The temperature is shown on the screen, but the call itself is worth `None`. `return` gives the value to the
code that called."""


def to_fahrenheit(celsius):
    print(celsius * 9 / 5 + 32)
