"""Every item is taxed at 19 per cent, whatever the caller passes. Tea has 7, so its tax comes out too high."""


def add_vat(item, net, percent):
    tax = net * 19 // 100
    print(f"{item}: {net} + {tax} VAT = {net + tax}")
