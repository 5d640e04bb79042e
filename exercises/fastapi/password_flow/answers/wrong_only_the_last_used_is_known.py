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


def pack(data):
    return encode(json.dumps(data).encode())


def make_token(name, kind, now):
    """Return a signed token of that kind."""
    body = {"sub": name, "kind": kind, "exp": now + SECONDS[kind], "jti": secrets.token_urlsafe(12)}
    text = ".".join([pack({"alg": "HS256", "typ": "JWT"}), pack(body)])
    return ".".join([text, sign(text)])


def read_token(token, kind, now):
    """Return what is in a token; raise ValueError if it is not good."""
    text, _, signature = token.rpartition(".")
    if text.count(".") != 1:
        raise ValueError("no token")
    if not hmac.compare_digest(sign(text).encode(), signature.encode(errors="replace")):
        raise ValueError("wrong signature")
    body = json.loads(decode(text.split(".")[1]))
    if body["kind"] != kind:
        raise ValueError("wrong kind")
    if body["exp"] <= now:
        raise ValueError("expired")
    return body


def refused():
    return JSONResponse({"error": "invalid_grant"}, 400)


@app.post("/token")
def give_token(
    form: Annotated[dict, Depends(get_form)], now: Annotated[int, Depends(get_now)]
):
    """Give tokens for a password or a refresh token."""
    grant = form.get("grant_type")
    if grant == "password":
        name = form.get("username")
        known = PASSWORDS.get(name)
        if known is None or not hmac.compare_digest(known.encode(), form.get("password", "").encode()):
            return refused()
    elif grant == "refresh_token":
        try:
            body = read_token(form.get("refresh_token", ""), "refresh", now)
        except ValueError:
            return refused()
        if body["jti"] in USED:
            return refused()
        USED.clear()
        USED.add(body["jti"])
        name = body["sub"]
    else:
        return refused()
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
        return {"name": read_token(bearer.credentials if bearer else "", "access", now)["sub"]}
    except ValueError:
        raise HTTPException(401, "not logged in", {"WWW-Authenticate": "Bearer"}) from None
