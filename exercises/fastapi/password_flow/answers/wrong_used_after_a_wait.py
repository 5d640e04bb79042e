import base64
import hashlib
import hmac
import json
import secrets
import time
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
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
    head = encode(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    body = {"sub": name, "kind": kind, "exp": now + SECONDS[kind], "jti": secrets.token_hex(16)}
    text = head + "." + encode(json.dumps(body).encode())
    return f"{text}.{sign(text)}"


def read_token(token, kind, now):
    """Return what is in a token; raise ValueError if it is not good."""
    try:
        head, middle, signature = token.split(".")
        expected = sign(f"{head}.{middle}")
        if not hmac.compare_digest(signature.encode(), expected.encode()):
            raise ValueError("wrong signature")
        if json.loads(decode(head)).get("alg") != "HS256":
            raise ValueError("wrong algorithm")
        body = json.loads(decode(middle))
        if body["kind"] != kind:
            raise ValueError("wrong kind")
        if now >= body["exp"]:
            raise ValueError("expired")
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no token") from error
    return body


def refuse():
    return JSONResponse({"error": "invalid_grant"}, status_code=400)


def tokens_for(name, now):
    return {
        "access_token": make_token(name, "access", now),
        "refresh_token": make_token(name, "refresh", now),
        "token_type": "bearer",
        "expires_in": SECONDS["access"],
    }


@app.post("/token")
async def give_token(
    form: Annotated[dict, Depends(get_form)], now: Annotated[int, Depends(get_now)]
):
    """Give tokens for a password or a refresh token."""
    grant = form.get("grant_type")
    if grant == "password":
        name = form.get("username", "")
        password = form.get("password", "")
        expected = PASSWORDS.get(name)
        if expected is None or not hmac.compare_digest(expected.encode(), password.encode()):
            return refuse()
        return tokens_for(name, now)
    if grant == "refresh_token":
        try:
            body = read_token(form.get("refresh_token", ""), "refresh", now)
        except ValueError:
            return refuse()
        if body["jti"] in USED:
            return refuse()
        tokens = await run_in_threadpool(tokens_for, body["sub"], now)
        USED.add(body["jti"])
        return tokens
    return refuse()


@app.get("/me")
def me(
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(read_bearer)],
    now: Annotated[int, Depends(get_now)],
):
    """Say who is asking."""
    try:
        if bearer is None:
            raise ValueError("no token")
        body = read_token(bearer.credentials, "access", now)
    except ValueError:
        raise HTTPException(
            401, detail="log in", headers={"WWW-Authenticate": "Bearer"}
        ) from None
    return {"name": body["sub"]}
