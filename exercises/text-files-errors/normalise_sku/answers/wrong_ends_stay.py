def normalise_sku(text):
    text = text.strip().upper().replace("_", "-").replace(" ", "-")
    while "--" in text:
        text = text.replace("--", "-")
    return text
