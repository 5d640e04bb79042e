def add_vat(item, net, percent):
    gross = int(net * (1 + percent / 100))
    print(f"{item}: {net} + {gross - net} VAT = {gross}")
