def safe_quantity(form):
    if "quantity" in form:
        try:
            quantity = int(form["quantity"].strip())
            return quantity if quantity >= 1 else None
        except ValueError:
            return None
    return 1
