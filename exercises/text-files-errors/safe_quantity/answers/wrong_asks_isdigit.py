def safe_quantity(form):
    if "quantity" not in form:
        return 1
    typed = form["quantity"].strip()
    if not typed.isdigit():
        return None
    return int(typed) or None
