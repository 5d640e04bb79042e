import random


def roll_dice():
    first = random.randint(1, 6)
    second = random.randint(1, 6)
    return f"{first} + {second} = {first + second}"
