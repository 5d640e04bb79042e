def add_vat(item, net, percent):
    tax = int(net * (percent / 100))
    print(f"{item}: {net} + {tax} VAT = {net + tax}")
