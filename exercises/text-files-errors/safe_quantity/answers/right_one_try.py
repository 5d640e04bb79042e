def safe_quantity(form):
    try:
        quantity = int(form["quantity"])
    except KeyError:
        return 1
    except ValueError:
        return None
    return quantity if quantity > 0 else None
