"""Your line is made but never shown: the function returns it. This time a person should read it on the screen,
so it has to be printed."""


def add_vat(item, net, percent):
    tax = net * percent // 100
    return f"{item}: {net} + {tax} VAT = {net + tax}"
