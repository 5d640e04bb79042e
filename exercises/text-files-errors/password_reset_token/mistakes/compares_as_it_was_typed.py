"""The right code is refused if it is typed in lowercase, or with a space after it. Bring it into the form of the token first."""

import secrets
from datetime import timedelta

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_token(length=12, choose=None):
    if choose is None:
        choose = secrets.choice
    return "".join([choose(ALPHABET) for _ in range(length)])


def is_valid(typed, token, made_at, now):
    age = now - made_at
    if age < timedelta(0) or age >= timedelta(minutes=30):
        return False
    return typed == token
