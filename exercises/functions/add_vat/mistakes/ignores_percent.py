"""You work with 19 whatever the caller hands in. Tea has 7 %, so its tax comes out too high. Use the
parameter instead of a fixed number."""


def add_vat(item, net, percent):
    tax = net * 19 // 100
    print(f"{item}: {net} + {tax} VAT = {net + tax}")
