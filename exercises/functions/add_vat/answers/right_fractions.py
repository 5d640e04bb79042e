def add_vat(item, net, percent):
    tax = int(net * percent / 100)
    total = net + tax
    print(item + ":", net, "+", tax, "VAT =", total)
