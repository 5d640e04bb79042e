def looks_like_email(text):
    fine = "@" in text and "." in text.split("@")[-1] and " " not in text
    return fine
