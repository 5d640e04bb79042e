"""Customers no longer share anything, but you return a *copy*: the basket that was passed in stays as it was,
and the page goes on showing that one."""


def add_item(item, basket=[]):
    return [*basket, item]


def add_voucher(code, cents, vouchers={}):
    return {**vouchers, code: cents}
