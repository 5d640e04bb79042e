def safe_quantity(form):
    """Return the quantity of an order form: 1 when missing, None when it makes no sense."""
