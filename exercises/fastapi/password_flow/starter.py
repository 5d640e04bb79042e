import base64
import hashlib
import hmac
import json
import secrets
import time
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

KEY = b"only for this exercise"
SECONDS = {"access": 900, "refresh": 14 * 86_400}
PASSWORDS = {"Amira": "green tea", "Erik": "blue mug"}  # a real shop keeps hashes
USED = set()  # the `jti` of refresh tokens that were used

app = FastAPI()
read_bearer = HTTPBearer(auto_error=False)


def encode(data):
    """Return bytes as Base64 for URLs."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text):
    """Return the bytes behind Base64 for URLs; broken text raises ValueError."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sign(text):
    """Return the signature of a text."""
    return encode(hmac.new(KEY, text.encode(), hashlib.sha256).digest())


def get_now():
    """Return the time in whole seconds since 1970."""
    return int(time.time())


async def get_form(request: Request):
    """Return the fields of the form that was sent."""
    return dict(parse_qsl((await request.body()).decode(errors="replace")))


def make_token(name, kind, now):
    """Return a signed token of that kind."""


def read_token(token, kind, now):
    """Return what is in a token; raise ValueError if it is not good."""


@app.post("/token")
async def give_token(
    form: Annotated[dict, Depends(get_form)], now: Annotated[int, Depends(get_now)]
):
    """Give tokens for a password or a refresh token."""


@app.get("/me")
def me(
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(read_bearer)],
    now: Annotated[int, Depends(get_now)],
):
    """Say who is asking."""
