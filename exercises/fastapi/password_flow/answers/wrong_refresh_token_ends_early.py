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
    claims = {"sub": name, "kind": kind, "exp": now + SECONDS[kind], "jti": secrets.token_hex(8)}
    head = encode(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    text = f"{head}.{encode(json.dumps(claims).encode())}"
    return f"{text}.{sign(text)}"


def read_token(token, kind, now):
    """Return what is in a token; raise ValueError if it is not good."""
    text, _, sent = token.rpartition(".")
    if not hmac.compare_digest(sign(text).encode(), sent.encode()):
        raise ValueError("not signed by us")
    claims = json.loads(decode(text.partition(".")[2]))
    if claims["kind"] != kind:
        raise ValueError(f"no {kind} token")
    if now >= claims["exp"] - (60 if kind == "refresh" else 0):
        raise ValueError("expired")
    return claims


def name_of(form, now):
    """Return whom a request for a token is from; raise ValueError if it proves nothing."""
    if form.get("grant_type") == "refresh_token":
        claims = read_token(form.get("refresh_token", ""), "refresh", now)
        if claims["jti"] in USED:
            raise ValueError("used before")
        USED.add(claims["jti"])
        return claims["sub"]
    name, password = form.get("username"), form.get("password")
    if form.get("grant_type") != "password" or name not in PASSWORDS:
        raise ValueError("unknown")
    if PASSWORDS[name] != password:
        raise ValueError("wrong password")
    return name


@app.post("/token")
async def give_token(
    form: Annotated[dict, Depends(get_form)], now: Annotated[int, Depends(get_now)]
):
    """Give tokens for a password or a refresh token."""
    try:
        name = name_of(form, now)
    except ValueError:
        return JSONResponse({"error": "invalid_grant"}, 400)
    return {
        "access_token": make_token(name, "access", now),
        "refresh_token": make_token(name, "refresh", now),
        "token_type": "bearer",
        "expires_in": SECONDS["access"],
    }


@app.get("/me")
def me(
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(read_bearer)],
    now: Annotated[int, Depends(get_now)],
):
    """Say who is asking."""
    try:
        claims = read_token(bearer.credentials if bearer else "", "access", now)
    except ValueError:
        ask = {"WWW-Authenticate": "Bearer"}
        raise HTTPException(401, detail="no good token", headers=ask) from None
    return {"name": claims["sub"]}
