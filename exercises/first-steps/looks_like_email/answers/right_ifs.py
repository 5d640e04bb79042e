def looks_like_email(text):
    fine = False
    if "@" in text:
        if "." in text:
            if not " " in text:
                fine = True

    return fine
