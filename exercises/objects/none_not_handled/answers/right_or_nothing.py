from dataclasses import dataclass


@dataclass
class Customer:
    name: str
    phone: str | None = None
    credit: int | None = None


def contact_line(customer):
    phone = "no phone" if customer.phone is None else "".join(customer.phone.split(" "))
    return f"{customer.name}, {phone}"


def credit_line(customer):
    if isinstance(customer.credit, int):
        euros, cents = divmod(customer.credit, 100)
        return f"{euros}.{cents:02} credit"
    return "no account"


def total_credit(customers):
    return sum(customer.credit or 0 for customer in customers)
