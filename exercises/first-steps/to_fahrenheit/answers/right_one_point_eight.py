def to_fahrenheit(celsius):
    fahrenheit = 1.8 * celsius + 32
    return fahrenheit
