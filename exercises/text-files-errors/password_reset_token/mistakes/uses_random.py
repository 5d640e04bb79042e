"""Your codes come from `random`. Anyone who knows its seed, or has seen enough of its numbers, can compute the next code.
There is a module for secrets."""

import random
from datetime import timedelta

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_token(length=12, choose=None):
    if choose is None:
        choose = random.choice
    return "".join([choose(ALPHABET) for _ in range(length)])


def is_valid(typed, token, made_at, now):
    age = now - made_at
    if age < timedelta(0) or age >= timedelta(minutes=30):
        return False
    return typed.strip().upper() == token
