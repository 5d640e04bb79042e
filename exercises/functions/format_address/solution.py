def format_address(name, street, city, *, company="", country="Portugal", separator="\n"):
    """Return an address as text, its parts with a separator in between."""
    address = f"{name}{separator}{street}{separator}{city}"
    if company:
        address = f"{company}{separator}{address}"
    if country != "Portugal":
        address = f"{address}{separator}{country}"
    return address
