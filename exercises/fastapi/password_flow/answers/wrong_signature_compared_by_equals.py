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
    claims = {"sub": name, "kind": kind, "exp": now + SECONDS[kind], "jti": secrets.token_hex()}
    parts = [{"alg": "HS256", "typ": "JWT"}, claims]
    text = ".".join(encode(json.dumps(part).encode()) for part in parts)
    return f"{text}.{sign(text)}"


def read_token(token, kind, now):
    """Return what is in a token; raise ValueError if it is not good."""
    text, _, signature = token.rpartition(".")
    if sign(text) != signature:
        raise ValueError("the signature is wrong")
    claims = json.loads(decode(text.partition(".")[2]))
    if claims.get("kind") != kind or now >= claims["exp"]:
        raise ValueError("another kind of token, or too old")
    return claims


def name_in(form, now):
    """Return who has a right to new tokens; raise ValueError if it is nobody."""
    match form:
        case {"grant_type": "password", "username": name, "password": password}:
            good = PASSWORDS.get(name, "").encode()
            if hmac.compare_digest(good, password.encode()) and name in PASSWORDS:
                return name
        case {"grant_type": "refresh_token", "refresh_token": token}:
            claims = read_token(token, "refresh", now)
            if claims["jti"] not in USED:
                USED.add(claims["jti"])
                return claims["sub"]
    raise ValueError("no right to new tokens")


@app.post("/token")
def give_token(
    form: Annotated[dict, Depends(get_form)], now: Annotated[int, Depends(get_now)]
):
    """Give tokens for a password or a refresh token."""
    try:
        name = name_in(form, now)
    except ValueError:
        return JSONResponse({"error": "invalid_grant"}, 400)
    given = {f"{kind}_token": make_token(name, kind, now) for kind in SECONDS}
    return given | {"token_type": "bearer", "expires_in": SECONDS["access"]}


@app.get("/me")
def me(
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(read_bearer)],
    now: Annotated[int, Depends(get_now)],
):
    """Say who is asking."""
    try:
        claims = read_token(bearer.credentials if bearer else "", "access", now)
    except ValueError:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"}) from None
    return {"name": claims["sub"]}
