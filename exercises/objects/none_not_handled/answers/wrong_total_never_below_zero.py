from dataclasses import dataclass


@dataclass
class Customer:
    """A customer; `credit` is in cents, and None where there is no account."""

    name: str
    phone: str | None = None
    credit: int | None = None


def contact_line(customer: Customer) -> str:
    """Return the name and the phone number, without spaces in the number."""
    if customer.phone is None:
        return f"{customer.name}, no phone"
    return f"{customer.name}, {customer.phone.replace(' ', '')}"


def credit_line(customer: Customer) -> str:
    """Return the credit for the screen."""
    if customer.credit is None:
        return "no account"
    return f"{customer.credit / 100:.2f} credit"


def total_credit(customers: list[Customer]) -> int:
    """Return the credit of all customers together, in cents."""
    total = 0
    for customer in customers:
        if customer.credit is not None:
            total = max(0, total + customer.credit)
    return total
