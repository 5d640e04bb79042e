import random


def roll_dice():
    first = random.randrange(1, 6)
    second = random.randrange(1, 6)
    return f"{first} + {second} = {first + second}"
