"""An ordinary address such as `mei@harbour.example` is turned down. Ask about the `@` and about the dot in two
separate questions."""


def looks_like_email(text):
    fine = "@." in text and " " not in text

    return fine
