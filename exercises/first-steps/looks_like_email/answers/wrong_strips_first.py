def looks_like_email(text):
    text = text.strip()
    fine = "@" in text and "." in text and " " not in text

    return fine
