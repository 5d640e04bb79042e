"""Vouchers are fine. But an *empty* basket that is passed in counts as false, so another list takes its place.
The page that holds on to the first one never sees the item."""


def add_item(item, basket=None):
    if not basket:
        basket = []
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers=None):
    if vouchers is None:
        vouchers = {}
    vouchers[code] = cents
    return vouchers
