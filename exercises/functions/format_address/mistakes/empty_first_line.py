"""Without a company your address begins with a separator. It belongs between two parts, and there is nothing
before the name."""


def format_address(name, street, city, *, company="", country="Portugal", separator="\n"):
    address = f"{company}{separator}{name}{separator}{street}{separator}{city}"
    if country != "Portugal":
        address = f"{address}{separator}{country}"
    return address
