"""Your line is made but never shown: you hand it back with `return`. This time a person is to read it
on the screen, so it has to be printed."""


def add_vat(item, net, percent):
    tax = net * percent // 100
    return f"{item}: {net} + {tax} VAT = {net + tax}"
