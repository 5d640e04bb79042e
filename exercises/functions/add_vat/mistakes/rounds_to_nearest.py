"""You round to the *nearest* cent: 18.81 becomes 19. Harbour rounds the tax down, so that it is never charged
too high."""


def add_vat(item, net, percent):
    tax = round(net * percent / 100)
    print(f"{item}: {net} + {tax} VAT = {net + tax}")
