import secrets
from datetime import timedelta

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_token(length=12, choose=secrets.choice):
    return "".join(choose(ALPHABET) for _ in range(length))


def is_valid(typed, token, made_at, now):
    if not timedelta(0) <= now - made_at < timedelta(minutes=30):
        return False
    return "".join(typed.split()).upper() == token
