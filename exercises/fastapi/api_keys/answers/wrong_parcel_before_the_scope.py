import hashlib
import time
from dataclasses import dataclass

import threading
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

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
LOCK = threading.Lock()
bearer = HTTPBearer(auto_error=False)


def known(token: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]):
    caller = KEYS.get(digest(token.credentials)) if token else None
    if caller is None:
        raise HTTPException(401, "unknown key", {"WWW-Authenticate": "Bearer"})
    return caller


def counted(caller: Annotated[Caller, Depends(known)], now: Annotated[int, Depends(get_now)]):
    with LOCK:
        recent = [at for at in REQUESTS.get(caller.name, ()) if now - at < SPAN]
        if len(recent) >= LIMIT:
            raise HTTPException(429, "too many requests", {"Retry-After": str(min(recent) + SPAN - now)})
        REQUESTS[caller.name] = [*recent, now]
    return caller


class Needs:
    def __init__(self, scope):
        self.scope = scope

    def __call__(self, number: int, caller: Annotated[Caller, Depends(counted)]):
        there(number)
        if self.scope not in caller.scopes:
            raise HTTPException(403, f"needs {self.scope}")
        return caller


def there(number):
    if number not in PARCELS:
        raise HTTPException(404, f"no parcel {number}")


@app.get("/parcels/{number}")
def show(number: int, caller: Annotated[Caller, Depends(Needs("parcels:read"))]):
    there(number)
    return {"city": PARCELS[number], "for": caller.name}


@app.put("/parcels/{number}/city")
def move(number: int, city: str, caller: Annotated[Caller, Depends(Needs("parcels:write"))]):
    there(number)
    PARCELS[number] = city
    return {"city": city, "for": caller.name}
