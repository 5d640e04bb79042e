"""You take every exception there is. When the shop hands you no form at all, that fault is hidden
behind `None`, and nobody will ever look for it. Name the exceptions you expect."""


def safe_quantity(form):
    try:
        quantity = int(form.get("quantity", 1))
    except Exception:
        return None
    return quantity if quantity >= 1 else None
