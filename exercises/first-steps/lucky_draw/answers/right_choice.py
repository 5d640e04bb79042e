import random


def lucky_draw(first, second, third):
    return random.choice([first, second, third])
