from dataclasses import dataclass


@dataclass
class Customer:
    """A customer; `credit` is in cents, and None where there is no account."""

    name: str
    phone: str | None = None
    credit: int | None = None


def contact_line(customer: Customer) -> str:
    try:
        return f"{customer.name}, {customer.phone.replace(' ', '')}"
    except AttributeError:
        return f"{customer.name}, no phone"


def credit_line(customer: Customer) -> str:
    try:
        return f"{customer.credit / 100:.2f} credit"
    except TypeError:
        return "no account"


def total_credit(customers: list[Customer]) -> int:
    total = 0
    for customer in customers:
        if customer.credit is None:
            continue
        total += customer.credit
    return total
