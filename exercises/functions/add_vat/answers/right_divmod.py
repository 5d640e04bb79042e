def add_vat(item, net, percent):
    tax, _ = divmod(net * percent, 100)
    print("{}: {} + {} VAT = {}".format(item, net, tax, net + tax))
