"""The third one never wins: your numbers stop too early. Draw from as many numbers as there are people."""

import random


def lucky_draw(first, second, third):
    number = random.randint(1, 2)
    if number == 1:
        return first
    if number == 2:
        return second
    return third
