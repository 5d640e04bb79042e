from random import random


def lucky_draw(first, second, third):
    chance = random()
    if chance < 1 / 3:
        winner = first
    elif chance < 2 / 3:
        winner = second
    else:
        winner = third
    return winner
