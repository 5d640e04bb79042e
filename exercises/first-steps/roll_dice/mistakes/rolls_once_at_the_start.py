"""Every call gives the same dice. They were rolled once, when the file was loaded; roll them inside the function,
so that each call rolls again."""

import random

first = random.randint(1, 6)
second = random.randint(1, 6)


def roll_dice():
    return f"{first} + {second} = {first + second}"
