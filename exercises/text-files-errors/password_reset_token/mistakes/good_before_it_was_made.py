"""If `now` is before `made_at`, your code is good: the time in between is negative, and less than 30 minutes. Rule that out
too."""

import secrets
from datetime import timedelta

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_token(length=12, choose=None):
    if choose is None:
        choose = secrets.choice
    return "".join([choose(ALPHABET) for _ in range(length)])


def is_valid(typed, token, made_at, now):
    age = now - made_at
    if age >= timedelta(minutes=30):
        return False
    return typed.strip().upper() == token
