def add_vat(item, net, percent):
    tax = net // 100 * percent
    print(f"{item}: {net} + {tax} VAT = {net + tax}")
