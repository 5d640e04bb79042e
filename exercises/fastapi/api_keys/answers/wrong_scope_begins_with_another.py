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

import threading
from typing import Annotated

from fastapi import Depends, HTTPException, Request

GATE = threading.Lock()


def caller_of(request: Request):
    kind, _, key = request.headers.get("Authorization", "").partition(" ")
    caller = KEYS.get(digest(key.strip())) if kind.lower() == "bearer" else None
    if caller is None:
        raise HTTPException(401, "unknown key", {"WWW-Authenticate": "Bearer"})
    return caller


def counted(caller: Annotated[Caller, Depends(caller_of)], now: Annotated[int, Depends(get_now)]):
    with GATE:
        fresh = [when for when in REQUESTS.get(caller.name, []) if now - when < SPAN]
        REQUESTS[caller.name] = fresh
        if len(fresh) >= LIMIT:
            left = fresh[0] + SPAN - now
            raise HTTPException(429, "too many requests", {"Retry-After": str(left)})
        fresh.append(now)
    return caller


class Needs:
    def __init__(self, scope):
        self.scope = scope

    def __call__(self, number: int, caller: Annotated[Caller, Depends(counted)]):
        if not any(self.scope.startswith(it) for it in caller.scopes):
            raise HTTPException(403, f"needs {self.scope}")
        if number not in PARCELS:
            raise HTTPException(404, f"no parcel {number}")
        return caller


@app.get("/parcels/{number}")
def read(number: int, caller: Annotated[Caller, Depends(Needs("parcels:read"))]):
    return {"city": PARCELS[number], "for": caller.name}


@app.put("/parcels/{number}/city")
def write(number: int, city: str, caller: Annotated[Caller, Depends(Needs("parcels:write"))]):
    PARCELS[number] = city
    return {"city": city, "for": caller.name}
