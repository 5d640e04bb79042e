"""When the shop passes you no form at all, that bug is hidden behind `None`, and nobody will ever look for it. A type such as
`TypeError` or `Exception` after `except` catches too much here. Name only the exceptions you expect from a form."""


def safe_quantity(form):
    try:
        quantity = int(form.get("quantity", 1))
    except Exception:
        return None
    return quantity if quantity >= 1 else None
