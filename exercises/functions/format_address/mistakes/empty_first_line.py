"""Without a company your address begins with an empty line: the separator is put in although there is
nothing before it."""


def format_address(name, street, city, *, company="", country="Portugal", separator="\n"):
    address = f"{company}{separator}{name}{separator}{street}{separator}{city}"
    if country != "Portugal":
        address = f"{address}{separator}{country}"
    return address
