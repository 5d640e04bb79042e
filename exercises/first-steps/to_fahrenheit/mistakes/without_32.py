"""At 0 degrees you get 0. Water freezes at 32 in Fahrenheit: add the 32 at the end."""


def to_fahrenheit(celsius):
    return celsius * 9 / 5
