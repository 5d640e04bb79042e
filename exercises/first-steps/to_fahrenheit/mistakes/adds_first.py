"""The 32 is added too early. First times 9, divided by 5; the 32 comes at the end."""


def to_fahrenheit(celsius):
    return (celsius + 32) * 9 / 5
