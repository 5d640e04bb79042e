"""Both dice always show the same number. Roll twice, once for each of them."""

import random


def roll_dice():
    first = random.randint(1, 6)
    second = first
    return f"{first} + {second} = {first + second}"
