def normalise_sku(text):
    text = text.strip().strip("-_").upper().replace("_", "-").replace(" ", "-")
    while "--" in text:
        text = text.replace("--", "-")
    return text
