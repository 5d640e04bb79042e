import random as r


def one_die():
    return int(r.choice("123456"))


def roll_dice():
    left, right = one_die(), one_die()
    return f"{left} + {right} = {left + right}"
