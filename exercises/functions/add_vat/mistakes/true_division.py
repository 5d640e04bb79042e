"""Your tax has a decimal point: 190.0 instead of 190. Cents are whole numbers here, rounded down."""


def add_vat(item, net, percent):
    tax = net * percent / 100
    print(f"{item}: {net} + {tax} VAT = {net + tax}")
