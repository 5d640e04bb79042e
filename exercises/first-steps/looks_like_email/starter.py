def looks_like_email(text):
    """Answer whether a text could be an e-mail address: True or False."""
    fine = False

    return fine
