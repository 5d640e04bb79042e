def clean_orders(rows):
    """Return the clean orders, and the rejected ones as (order number, reason)."""
