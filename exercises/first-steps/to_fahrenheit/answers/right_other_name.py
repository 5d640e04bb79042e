def to_fahrenheit(degrees):
    nine_fifths = 9 / 5
    return 32 + nine_fifths * degrees
