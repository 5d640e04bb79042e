def add_vat(item, net, percent):
    tax = net * percent // 100
    if net and not tax:
        tax = 1
    print(f"{item}: {net} + {tax} VAT = {net + tax}")
