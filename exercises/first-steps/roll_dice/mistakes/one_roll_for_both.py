"""Both dice always show the same number. Roll twice, once for each of them."""

import random


def roll_dice():
    roll = random.randint(1, 6)
    return f"{roll} + {roll} = {roll + roll}"
