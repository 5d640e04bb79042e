import random


def roll_dice():
    return f"{random.randint(1, 6)} + {random.randint(1, 6)} = {random.randint(2, 12)}"
