import random


def lucky_draw(first, second, third):
    number = random.randint(0, 3)
    if number == 1:
        return first
    elif number == 2:
        return second
    elif number == 3:
        return third
