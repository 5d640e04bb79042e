import random
from datetime import timedelta

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_token(length=12, choose=random.SystemRandom().choice):
    return "".join(choose(ALPHABET) for _ in range(length))


def is_valid(typed, token, made_at, now):
    if now < made_at or now >= made_at + timedelta(minutes=30):
        return False
    return typed.upper().strip() == token
