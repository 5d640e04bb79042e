import hashlib
import time
from dataclasses import dataclass

from collections import deque
from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException

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


def get_caller(
    now: Annotated[int, Depends(get_now)], authorization: Annotated[str, Header()] = ""
):
    """Return who is asking, and count the request."""
    scheme, _, key = authorization.partition(" ")
    caller = KEYS.get(digest(key)) if scheme.lower() == "bearer" else None
    if caller is None:
        raise HTTPException(401, "unknown key", {"WWW-Authenticate": "Bearer"})
    times = REQUESTS.setdefault(caller.name, deque())
    if not isinstance(times, deque):
        times = REQUESTS[caller.name] = deque(times)
    while times and now - times[0] >= SPAN:
        times.popleft()
    if len(times) >= LIMIT:
        again = str(times[0] + SPAN - now)
        raise HTTPException(429, "too many requests", {"Retry-After": again})
    times.append(now)
    return caller


class Needs:
    """A dependency: the caller, who has this scope."""

    def __init__(self, scope):
        self.scope = scope

    def __call__(self, caller: Annotated[Caller, Depends(get_caller)]):
        if self.scope not in caller.scopes and 'parcels:write' not in caller.scopes:
            raise HTTPException(403, f"needs {self.scope}")
        return caller.name


def shown(number, name):
    """Return a parcel as the caller sees it."""
    if number not in PARCELS:
        raise HTTPException(404, f"no parcel {number}")
    return {"city": PARCELS[number], "for": name}


@app.get("/parcels/{number}")
def show(number: int, name: Annotated[str, Depends(Needs("parcels:read"))]):
    """One parcel."""
    return shown(number, name)


@app.put("/parcels/{number}/city")
def move(number: int, city: str, name: Annotated[str, Depends(Needs("parcels:write"))]):
    """Change where a parcel goes."""
    shown(number, name)
    PARCELS[number] = city
    return shown(number, name)
