def looks_like_email(text):
    fine = text.count("@") == 1 and "." in text and " " not in text
    return fine
