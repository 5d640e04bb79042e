import random


def lucky_draw(first, second, third):
    number = random.randint(1, 3)
    if number == 1:
        return first
    if number == 2:
        return second
    return third
