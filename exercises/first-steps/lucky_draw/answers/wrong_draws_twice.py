import random


def lucky_draw(first, second, third):
    if random.randint(1, 3) == 1:
        return first
    if random.randint(1, 3) == 2:
        return second
    return third
