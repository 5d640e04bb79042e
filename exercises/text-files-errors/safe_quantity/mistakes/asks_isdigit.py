"""You ask `isdigit()` about the text as it was typed. With a space beside the number the answer is
`False`, though `int` would have managed. Let `int` try, and take its exception."""


def safe_quantity(form):
    if "quantity" not in form:
        return 1
    if not form["quantity"].isdigit():
        return None
    quantity = int(form["quantity"])
    return quantity if quantity >= 1 else None
