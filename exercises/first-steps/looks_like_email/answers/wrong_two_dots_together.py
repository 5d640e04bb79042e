def looks_like_email(text):
    fine = "@" in text and "." in text and " " not in text and ".." not in text
    return fine
