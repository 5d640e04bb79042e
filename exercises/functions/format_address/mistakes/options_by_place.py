"""Your options can be passed by position too: `format_address(name, street, city, "Tea Ltd")` works, and a
reader has to guess what the fourth value is. Mark where the positions end."""


def format_address(name, street, city, company="", country="Portugal", separator="\n"):
    address = f"{name}{separator}{street}{separator}{city}"
    if company:
        address = f"{company}{separator}{address}"
    if country != "Portugal":
        address = f"{address}{separator}{country}"
    return address
