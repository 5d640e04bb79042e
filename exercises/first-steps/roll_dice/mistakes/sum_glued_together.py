"""The sum at the end is the two numbers side by side, such as 35 for 3 and 5. Add numbers, not strings."""

import random


def roll_dice():
    first = str(random.randint(1, 6))
    second = str(random.randint(1, 6))
    return first + " + " + second + " = " + first + second
