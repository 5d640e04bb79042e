"""You choose one character and repeat it, so there are only as many codes as letters. Choose again for each character."""

import secrets
from datetime import timedelta

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_token(length=12, choose=None):
    if choose is None:
        choose = secrets.choice
    return choose(ALPHABET) * length


def is_valid(typed, token, made_at, now):
    age = now - made_at
    if age < timedelta(0) or age >= timedelta(minutes=30):
        return False
    return typed.strip().upper() == token
