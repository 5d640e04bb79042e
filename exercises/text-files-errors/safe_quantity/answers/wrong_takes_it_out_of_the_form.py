def safe_quantity(form):
    if "quantity" not in form:
        return 1
    try:
        number = int(form.pop("quantity"))
    except ValueError:
        return None
    return number if number >= 1 else None
