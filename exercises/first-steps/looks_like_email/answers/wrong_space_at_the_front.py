def looks_like_email(text):
    fine = "@" in text and "." in text and not text.find(" ") > 0
    return fine
