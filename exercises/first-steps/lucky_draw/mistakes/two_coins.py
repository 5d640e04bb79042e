"""The first one wins about half of the draws. With one coin toss after the other, the first name has the better
chance. Draw one number for all three."""

import random


def lucky_draw(first, second, third):
    if random.randint(1, 2) == 1:
        return first
    if random.randint(1, 2) == 1:
        return second
    return third
