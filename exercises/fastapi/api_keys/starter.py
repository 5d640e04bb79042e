import hashlib
import time
from dataclasses import dataclass

from fastapi import FastAPI

LIMIT = 3  # requests of one caller ...
SPAN = 60  # ... in this many seconds

PARCELS = {7: "Porto", 8: "Faro"}
KEYS = {}  # the digest of a key -> the Caller it belongs to
REQUESTS = {}  # the name of a caller -> when its last requests came


@dataclass(frozen=True)
class Caller:
    """A program that has a key, and the scopes of that key."""

    name: str
    scopes: tuple[str, ...]


def digest(key):
    """Return what is stored of a key; nobody can get the key back from it."""
    return hashlib.sha256(key.encode()).hexdigest()


def get_now():
    """Return the time in whole seconds."""
    return int(time.monotonic())


app = FastAPI()
