"""Your line breaks are fixed, so `separator` changes nothing. Use the parameter wherever two parts meet."""


def format_address(name, street, city, *, company="", country="Portugal", separator="\n"):
    address = f"{name}\n{street}\n{city}"
    if company:
        address = f"{company}\n{address}"
    if country != "Portugal":
        address = f"{address}\n{country}"
    return address
