from random import randrange


def roll_dice():
    a = randrange(6) + 1
    b = randrange(6) + 1
    return str(a) + " + " + str(b) + " = " + str(a + b)
