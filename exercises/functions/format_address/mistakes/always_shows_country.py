"""Inland addresses end in "Portugal" now. The country is only shown when the parcel leaves it."""


def format_address(name, street, city, *, company="", country="Portugal", separator="\n"):
    address = f"{name}{separator}{street}{separator}{city}"
    if company:
        address = f"{company}{separator}{address}"
    return f"{address}{separator}{country}"
