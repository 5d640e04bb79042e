def format_address(name, street, city):
    """Return an address as text, its parts with a separator in between."""
