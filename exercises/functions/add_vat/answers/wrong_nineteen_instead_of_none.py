def add_vat(item, net, percent):
    percent = percent or 19
    tax = net * percent // 100
    print(f"{item}: {net} + {tax} VAT = {net + tax}")
