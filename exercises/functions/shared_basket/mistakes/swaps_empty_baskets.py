"""An *empty* basket that is handed in counts as false, so you replace it by another list. The page that
holds on to the first one never sees the item. Ask whether nothing was handed in at all."""


def add_item(item, basket=None):
    if not basket:
        basket = []
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers=None):
    if not vouchers:
        vouchers = {}
    vouchers[code] = cents
    return vouchers
