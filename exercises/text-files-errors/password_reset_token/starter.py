ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_token(length=12, choose=None):
    """Return a code of that many characters of ALPHABET; `choose` takes one out of a text."""


def is_valid(typed, token, made_at, now):
    """Return whether what was typed is the code, less than 30 minutes after it was made."""
