from dataclasses import dataclass


@dataclass
class Customer:
    name: str
    phone: str | None = None
    credit: int | None = None


def contact_line(customer: Customer) -> str:
    if customer.phone is None:
        return f"{customer.name}, no phone"
    return f"{customer.name}, {customer.phone.replace(' ', '')}"


def credit_line(customer: Customer) -> str:
    if customer.credit is None:
        return "no account"
    return f"{customer.credit / 100:.2f} credit"


def total_credit(customers: list[Customer]) -> int:
    return sum([customer.credit for customer in customers if customer.credit is not None and customer.credit > 0])
