def safe_quantity(form):
    text = form.get("quantity", "1").strip()
    if text.isdigit() and text != "0":
        return int(text)
    return None
