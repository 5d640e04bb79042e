def add_vat(item, net, percent):
    tax = net * percent // 100
    if net:
        print(f"{item}: {net} + {tax} VAT = {net + tax}")
