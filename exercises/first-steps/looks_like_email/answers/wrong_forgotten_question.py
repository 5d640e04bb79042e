def looks_like_email(text):
    fine = "@" and "." in text and " " not in text

    return fine
