import secrets
from datetime import timedelta

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_token(length=12, choose=None):
    token = ""
    for _ in range(length):
        token += choose(ALPHABET) if choose else secrets.choice(ALPHABET)
    return token


def is_valid(typed, token, made_at, now):
    return timedelta() <= now - made_at < timedelta(minutes=30) and typed.strip().upper() == token
