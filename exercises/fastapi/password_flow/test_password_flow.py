import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import password_flow
import pytest
from fastapi.testclient import TestClient
from password_flow import USED, app, decode, encode, get_now, make_token, read_token, sign

AMIRA = {"grant_type": "password", "username": "Amira", "password": "green tea"}


class Clock:
    now = 1_000_000


@pytest.fixture
def clock():
    clock = Clock()
    app.dependency_overrides[get_now] = lambda: clock.now
    yield clock
    app.dependency_overrides.clear()
    USED.clear()


@pytest.fixture
def client(clock):
    return TestClient(app)


def log_in(client):
    response = client.post("/token", data=AMIRA)
    assert response.status_code == 200
    return response.json()


def refresh(client, token):
    fields = {"grant_type": "refresh_token", "refresh_token": token}
    return client.post("/token", data=fields)


def ask(client, token):
    return client.get("/me", headers={"Authorization": f"Bearer {token}"})


def claims_of(token):
    return json.loads(decode(token.split(".")[1]))


def signed(head, body):
    """A token with these parts, signed with the service's own key."""
    text = ".".join(encode(json.dumps(part).encode()) for part in (head, body))
    return f"{text}.{sign(text)}"


def test_a_password_is_exchanged_for_tokens(client):
    given = log_in(client)
    assert given["token_type"] == "bearer"
    assert given["expires_in"] == 900
    assert ask(client, given["access_token"]).json() == {"name": "Amira"}


@pytest.mark.parametrize(
    "changes",
    [
        {"password": "green tee"},
        {"password": " green tea "},
        {"password": "blue mug"},
        {"username": " Amira"},
        {"username": "Erik"},
        {"password": "green tea2"},
        {"password": "green"},
        {"password": "Green Tea"},
        {"username": "amira"},
        {"username": "Kofi"},
        {"grant_type": "something"},
        {"password": None},
        {"username": None},
        {"grant_type": None},
        {"username": "Kofi", "password": None},
    ],
)
def test_a_wrong_request_for_a_token_is_refused(client, changes):
    fields = {name: text for name, text in {**AMIRA, **changes}.items() if text is not None}
    response = client.post("/token", data=fields)
    assert response.status_code == 400
    assert response.json() == {"error": "invalid_grant"}


def test_a_token_is_a_jwt(clock):
    token = make_token("Amira", "access", 500)
    head, body, signature = token.split(".")
    assert json.loads(decode(head)) == {"alg": "HS256", "typ": "JWT"}
    claims = claims_of(token)
    assert (claims["sub"], claims["kind"], claims["exp"]) == ("Amira", "access", 1400)
    assert type(claims["exp"]) is int
    assert sorted(claims) == ["exp", "jti", "kind", "sub"]
    assert signature == sign(f"{head}.{body}")


def test_a_refresh_token_lives_for_two_weeks(clock):
    assert claims_of(make_token("Amira", "refresh", 0))["exp"] == 14 * 86_400


def test_each_token_has_its_own_jti(clock):
    names = {claims_of(make_token("Amira", "refresh", 0))["jti"] for _ in range(500)}
    assert len(names) == 500


@pytest.mark.parametrize(("kind", "read_as", "now"), [
    ("access", "access", 900), ("access", "refresh", 1), ("refresh", "access", 1),
])
def test_a_token_that_expired_or_is_of_another_kind_is_a_value_error(kind, read_as, now):
    token = make_token("Amira", kind, 0)
    with pytest.raises(ValueError):
        read_token(token, read_as, now)


@pytest.mark.parametrize("end", ["", "=", "A", "SWAPPED", "SHORTER"])
def test_another_signature_is_a_value_error(end):
    text, _, signature = make_token("Amira", "access", 0).rpartition(".")
    others = {"": "", "SWAPPED": signature.swapcase(), "SHORTER": signature[:-1]}
    with pytest.raises(ValueError):
        read_token(f"{text}.{others.get(end, signature + end)}", "access", 1)


@pytest.mark.parametrize("text", ["", "green tea", "a.b.c", "..", "a.b"])
def test_text_that_is_not_a_token_is_a_value_error(text):
    with pytest.raises(ValueError):
        read_token(text, "access", 1)


def test_the_signature_covers_the_first_part(client):
    _, body, signature = log_in(client)["access_token"].split(".")
    head = encode(json.dumps({"alg": "none", "typ": "JWT"}).encode())
    assert ask(client, f"{head}.{body}.{signature}").status_code == 401


@pytest.mark.parametrize("scheme", ["Basic", "Token", ""])
def test_a_token_is_sent_as_a_bearer(client, scheme):
    token = log_in(client)["access_token"]
    response = client.get("/me", headers={"Authorization": f"{scheme} {token}".strip()})
    assert response.status_code == 401
    assert response.headers.get("WWW-Authenticate") == "Bearer"


def test_reading_gives_what_is_in_the_token(clock):
    assert read_token(make_token("Erik", "access", 500), "access", 501)["sub"] == "Erik"


def test_an_access_token_expires(client, clock):
    token = log_in(client)["access_token"]
    clock.now += 899
    assert ask(client, token).status_code == 200
    clock.now += 1
    response = ask(client, token)
    assert response.status_code == 401
    assert response.headers.get("WWW-Authenticate") == "Bearer"


def test_a_refusal_says_what_is_asked_for(client):
    response = client.get("/me")
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_nobody_can_write_another_name_into_a_token(client):
    head, _, signature = log_in(client)["access_token"].split(".")
    body = {"sub": "Erik", "kind": "access", "exp": 2_000_000, "jti": "x"}
    forged = f"{head}.{encode(json.dumps(body).encode())}.{signature}"
    assert ask(client, forged).status_code == 401


@pytest.mark.parametrize("algorithm", ["none", "None", "HS256"])
def test_a_token_without_a_signature_is_refused(client, algorithm):
    head = encode(json.dumps({"alg": algorithm, "typ": "JWT"}).encode())
    body = {"sub": "Erik", "kind": "access", "exp": 2_000_000, "jti": "x"}
    for end in ("", "."):
        forged = f"{head}.{encode(json.dumps(body).encode())}{end}"
        assert ask(client, forged).status_code == 401


@pytest.mark.parametrize("token", ["", "x", "a.b", "a.b.c", "..", "%%%.%%%.%%%", "a.b.c.d"])
def test_a_broken_token_is_refused(client, token):
    asked, refreshed = ask(client, token), refresh(client, token)
    assert (asked.status_code, asked.headers.get("WWW-Authenticate")) == (401, "Bearer")
    assert (refreshed.status_code, refreshed.json()) == (400, {"error": "invalid_grant"})


def test_a_good_token_with_a_fourth_part_is_refused(clock):
    token = make_token("Amira", "access", 0)
    with pytest.raises(ValueError):
        read_token(f"{token}.x", "access", 1)


def test_a_token_with_other_letters_is_refused(clock):
    with pytest.raises(ValueError):
        read_token("a.b.é", "access", 0)


def test_a_refresh_token_opens_nothing(client):
    assert ask(client, log_in(client)["refresh_token"]).status_code == 401


def test_an_access_token_gives_no_new_ones(client):
    assert refresh(client, log_in(client)["access_token"]).status_code == 400


def test_a_refresh_token_gives_new_tokens(client, clock):
    first = log_in(client)
    clock.now += 86_400
    second = refresh(client, first["refresh_token"])
    assert second.status_code == 200
    assert (second.json()["token_type"], second.json()["expires_in"]) == ("bearer", 900)
    assert ask(client, second.json()["access_token"]).json() == {"name": "Amira"}
    assert refresh(client, second.json()["refresh_token"]).status_code == 200


@pytest.mark.parametrize("way", ["something", "password", None])
def test_a_refresh_token_is_taken_only_by_its_grant_type(client, way):
    token = log_in(client)["refresh_token"]
    fields = {"refresh_token": token} | ({"grant_type": way} if way else {})
    response = client.post("/token", data=fields)
    assert response.status_code == 400
    assert response.json() == {"error": "invalid_grant"}
    assert refresh(client, token).status_code == 200


def test_a_password_is_no_refresh_token(client):
    assert client.post("/token", data={**AMIRA, "grant_type": "refresh_token"}).status_code == 400


def test_a_refresh_token_is_good_once(client):
    token = log_in(client)["refresh_token"]
    assert claims_of(token)["jti"] not in USED
    following = refresh(client, token).json()["refresh_token"]
    response = refresh(client, token)
    assert response.status_code == 400
    assert response.json() == {"error": "invalid_grant"}
    assert claims_of(token)["jti"] in USED
    assert refresh(client, following).status_code == 200
    assert refresh(client, token).status_code == 400


class Meeting(set):
    """A set at which two who look wait a moment for each other."""

    def __init__(self):
        super().__init__()
        self.both = threading.Barrier(2)

    def __contains__(self, name):
        found = super().__contains__(name)
        try:
            self.both.wait(0.1)
        except threading.BrokenBarrierError:
            pass  # the other never comes
        return found


def test_a_refresh_token_sent_twice_at_the_same_moment_is_good_once(client, monkeypatch):
    monkeypatch.setattr(password_flow, "USED", Meeting())
    with client, ThreadPoolExecutor(2) as threads:
        token = log_in(client)["refresh_token"]
        answers = threads.map(lambda _: refresh(client, token).status_code, range(2))
        assert sorted(answers) == [200, 400]


async def refresh_twice(token):
    """Send a refresh token twice; both requests run in one thread and take turns."""
    fields = {"grant_type": "refresh_token", "refresh_token": token}
    service = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=service, base_url="http://harbour") as client:
        answers = [client.post("/token", data=fields) for _ in range(2)]
        return [answer.status_code for answer in await asyncio.gather(*answers)]


def test_a_refresh_token_sent_twice_in_one_thread_is_good_once(client):
    async def now():
        return Clock.now

    token = log_in(client)["refresh_token"]
    app.dependency_overrides[get_now] = now
    assert sorted(asyncio.run(refresh_twice(token))) == [200, 400]


def test_two_logins_in_the_same_second_have_two_refresh_tokens(client):
    phone, laptop = log_in(client), log_in(client)
    assert refresh(client, phone["refresh_token"]).status_code == 200
    assert refresh(client, laptop["refresh_token"]).status_code == 200


def test_a_refresh_token_expires(client, clock):
    first, second = log_in(client)["refresh_token"], log_in(client)["refresh_token"]
    clock.now += 14 * 86_400 - 1
    assert refresh(client, first).status_code == 200
    clock.now += 1
    assert refresh(client, second).status_code == 400


def test_a_token_for_something_else_is_refused(client):
    reset = {"sub": "Amira", "kind": "reset", "exp": 2_000_000, "jti": "x"}
    token = signed({"alg": "HS256", "typ": "JWT"}, reset)
    assert ask(client, token).status_code == 401
    assert refresh(client, token).status_code == 400


def test_everybody_has_a_password_of_their_own(client):
    erik = {"grant_type": "password", "username": "Erik", "password": "blue mug"}
    given = client.post("/token", data=erik).json()
    assert ask(client, given["access_token"]).json() == {"name": "Erik"}


def test_now_is_in_whole_seconds():
    assert type(get_now()) is int


def test_signatures_are_compared_in_equal_time(monkeypatch):
    compared = []

    def noting(one, other):
        compared.append((one, other))
        return one == other

    for place in ("hmac", "secrets", "password_flow"):
        monkeypatch.setattr(f"{place}.compare_digest", noting, raising=False)
    read_token(make_token("Erik", "access", 500), "access", 501)
    assert compared, "the signature was compared in another way"


def test_the_constant_time_comparison_decides(monkeypatch):
    token = make_token("Erik", "access", 500)
    for place in ("hmac", "secrets", "password_flow"):
        monkeypatch.setattr(f"{place}.compare_digest", lambda one, other: False, raising=False)
    with pytest.raises(ValueError):
        read_token(token, "access", 501)
