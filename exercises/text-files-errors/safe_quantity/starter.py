def safe_quantity(form):
    """Return the quantity: 1 if it is missing, None if it makes no sense."""
