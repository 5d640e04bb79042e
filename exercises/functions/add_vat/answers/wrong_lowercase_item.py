def add_vat(item, net, percent):
    tax = net * percent // 100
    print(f"{item.lower()}: {net} + {tax} VAT = {net + tax}")
