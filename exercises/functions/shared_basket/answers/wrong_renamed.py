def add_item(item, items=None):
    if items is None:
        items = []
    items.append(item)
    return items


def add_voucher(code, cents, vouchers=None):
    if vouchers is None:
        vouchers = {}
    vouchers[code] = cents
    return vouchers
