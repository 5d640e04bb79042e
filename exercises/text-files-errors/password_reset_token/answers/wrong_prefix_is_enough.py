import secrets
from datetime import timedelta

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GOOD_FOR = timedelta(minutes=30)


def new_token(length=12, choose=None):
    """Return a code of that many characters of ALPHABET; `choose` takes one out of a text."""
    if choose is None:
        choose = secrets.choice
    return "".join([choose(ALPHABET) for _ in range(length)])


def is_valid(typed, token, made_at, now):
    """Return whether what was typed is the code, less than 30 minutes after it was made."""
    age = now - made_at
    if age < timedelta(0) or age >= GOOD_FOR:
        return False
    return token.startswith(typed.strip().upper())
