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
    parts = ({"alg": "HS256", "typ": "JWT"}, {"sub": name, "kind": kind, "exp": now + SECONDS[kind], "jti": secrets.token_hex(16)})
    text = ".".join(encode(json.dumps(part).encode()) for part in parts)
    return f"{text}.{sign(text)}"


def read_token(token, kind, now):
    text, dot, signature = token.rpartition(".")
    if not hmac.compare_digest(sign(text).encode(), signature.encode()):
        raise ValueError("signature")
    try:
        content = json.loads(decode(text.split(".")[1]))
        good = content["kind"] == kind and now < content["exp"]
    except (IndexError, KeyError, TypeError) as error:
        raise ValueError("no token") from error
    if not good:
        raise ValueError("kind or time")
    return content


def name_in(form, now):
    match form:
        case {"grant_type": "password", "username": name, "password": word} if name in PASSWORDS and word.startswith(PASSWORDS[name]):
            return name
        case {"grant_type": "refresh_token", "refresh_token": token}:
            content = read_token(token, "refresh", now)
            if content["jti"] in USED:
                raise ValueError("used")
            USED.add(content["jti"])
            return content["sub"]
    raise ValueError("no")


@app.post("/token")
def give_token(
    form: Annotated[dict, Depends(get_form)], now: Annotated[int, Depends(get_now)]
):
    """Give tokens for a password or a refresh token."""
    try:
        name = name_in(form, now)
    except ValueError:
        return JSONResponse({"error": "invalid_grant"}, 400)
    return {"access_token": make_token(name, "access", now), "refresh_token": make_token(name, "refresh", now), "token_type": "bearer", "expires_in": SECONDS["access"]}


@app.get("/me")
def me(
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(read_bearer)],
    now: Annotated[int, Depends(get_now)],
):
    """Say who is asking."""
    try:
        return {"name": read_token(bearer.credentials if bearer else "", "access", now)["sub"]}
    except ValueError:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"}) from None
