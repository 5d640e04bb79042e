from dataclasses import dataclass


@dataclass
class Customer:
    name: str
    phone: str | None = None
    credit: int | None = None


def contact_line(customer):
    if customer.phone is None:
        return f"{customer.name}, no phone"
    return f"{customer.name}, {customer.phone.replace(' ', '')}"


def credit_line(customer):
    if customer.credit is None:
        return "no account"
    return f"{customer.credit / 100:.2f} credit"


def total_credit(customers):
    for c in customers:
        c.credit = c.credit or 0
    return sum(c.credit for c in customers if c.credit is not None)
