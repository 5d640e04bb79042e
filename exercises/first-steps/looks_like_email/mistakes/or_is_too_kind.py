"""A text with an `@` but no dot is fine with you, and so is one with a dot but no `@`. Both have to be there."""


def looks_like_email(text):
    fine = ("@" in text or "." in text) and " " not in text

    return fine
