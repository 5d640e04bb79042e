import hashlib
import threading
import time
from dataclasses import dataclass
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


read_token = HTTPBearer(auto_error=False)
counting = threading.Lock()


def get_caller(token: Annotated[HTTPAuthorizationCredentials | None, Depends(read_token)]):
    """Return whose key was sent; refuse with 401 if it is nobody's."""
    if token is None or digest(token.credentials) not in KEYS:
        ask = {"WWW-Authenticate": "Bearer"}
        raise HTTPException(401, detail="unknown key", headers=ask)
    return KEYS[digest(token.credentials)]


def get_counted_caller(
    caller: Annotated[Caller, Depends(get_caller)], now: Annotated[int, Depends(get_now)]
):
    """Return the caller; refuse with 429 if it asks too often."""
    with counting:
        recent = [at for at in REQUESTS.get(caller.name, []) if at > now - 60]
        if len(recent) >= 3:
            wait = {"Retry-After": str(recent[0] + SPAN - now)}
            raise HTTPException(429, detail="too many requests", headers=wait)
        REQUESTS[caller.name] = [*recent, now]
    return caller


def needs(scope):
    """Make a dependency that lets only callers with this scope through."""

    def check(caller: Annotated[Caller, Depends(get_counted_caller)]):
        if scope not in caller.scopes:
            raise HTTPException(403, detail=f"needs {scope}")
        return caller

    return check


app = FastAPI()


@app.get("/parcels/{number}")
def show(number: int, caller: Annotated[Caller, Depends(needs("parcels:read"))]):
    """Where a parcel goes, and who wanted to know."""
    if number not in PARCELS:
        raise HTTPException(404, detail=f"no parcel {number}")
    return {"city": PARCELS[number], "for": caller.name}


@app.put("/parcels/{number}/city")
def redirect(number: int, city: str, caller: Annotated[Caller, Depends(needs("parcels:write"))]):
    """Send a parcel to another city."""
    if number not in PARCELS:
        raise HTTPException(404, detail=f"no parcel {number}")
    PARCELS[number] = city
    return {"city": city, "for": caller.name}
