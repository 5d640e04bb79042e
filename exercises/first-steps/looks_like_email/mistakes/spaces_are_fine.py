"""An address with a space in it is fine with you. The third condition is missing: no space anywhere."""


def looks_like_email(text):
    fine = "@" in text and "." in text

    return fine
