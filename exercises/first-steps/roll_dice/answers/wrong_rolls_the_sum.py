import random


def roll_dice():
    total = random.randint(2, 12)
    first = random.randint(max(1, total - 6), min(6, total - 1))
    return f"{first} + {total - first} = {total}"
