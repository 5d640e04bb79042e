def looks_like_email(text):
    """Answer whether a text could be an e-mail address: True or False."""
    fine = "@" in text and "." in text and " " not in text

    return fine
