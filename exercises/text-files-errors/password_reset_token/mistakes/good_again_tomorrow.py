"""A day later your code is good again. Compare the whole length of time; `.seconds` of a `timedelta` leaves out whole days."""

import secrets
from datetime import timedelta

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_token(length=12, choose=None):
    if choose is None:
        choose = secrets.choice
    return "".join([choose(ALPHABET) for _ in range(length)])


def is_valid(typed, token, made_at, now):
    age = now - made_at
    if now < made_at or age.seconds >= 30 * 60:
        return False
    return typed.strip().upper() == token
