import hashlib

import pytest
from flask import session
from login_required import USERS, app, login_required
from werkzeug.security import generate_password_hash

WRONG = "Wrong name or password."
REDIRECTS = (302, 303)


@pytest.fixture
def client():
    return app.test_client()


@pytest.fixture
def mei(client):
    client.post("/login", data={"name": "Mei", "password": "green tea"})
    return client


def test_a_stranger_is_sent_to_the_login(client):
    response = client.get("/account")
    assert response.status_code in REDIRECTS
    assert response.headers["Location"] == "/login"


def test_a_stranger_sees_no_order(client):
    response = client.get("/orders/5")
    assert response.status_code in REDIRECTS
    assert "Order" not in response.text


def test_logging_in_leads_to_the_account(client):
    response = client.post("/login", data={"name": "Mei", "password": "green tea"})
    assert response.status_code in REDIRECTS
    assert response.headers["Location"] == "/account"


def test_the_account_greets_by_name(mei):
    response = mei.get("/account")
    assert response.status_code == 200
    assert response.text == "Hello, Mei"


def test_a_number_in_the_path_reaches_the_page(mei):
    assert mei.get("/orders/5").text == "Order 5"
    assert mei.get("/orders/6").text == "Order 6"


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "Mei", "password": "green tee"},
        {"name": "Mei", "password": " green tea "},
        {"name": "Nobody", "password": "green tea"},
        {"name": "mei", "password": "green tea"},
        {"name": " Mei ", "password": "green tea"},
        {"name": "Mei"},
        {"password": "green tea"},
        {},
    ],
)
def test_a_wrong_login_is_refused(client, fields):
    response = client.post("/login", data=fields)
    assert response.status_code == 401
    assert response.text == WRONG
    assert client.get("/account").status_code in REDIRECTS


def test_a_password_in_the_address_is_no_field_of_the_form(client):
    assert client.post("/login?name=Mei&password=green+tea").status_code == 401
    assert client.get("/account").status_code in REDIRECTS


def hashes_worked_out(client, monkeypatch, **fields):
    """Try to log in; return for how many passwords a hash was worked out, and in how many rounds."""
    rounds = []
    work_out = hashlib.pbkdf2_hmac

    def noting(name, password, salt, iterations, *rest):
        rounds.append(iterations)
        return work_out(name, password, salt, iterations, *rest)

    monkeypatch.setattr(hashlib, "pbkdf2_hmac", noting)
    assert client.post("/login", data=fields).status_code == 401
    monkeypatch.undo()
    return rounds


def test_an_unknown_name_takes_as_much_work_as_a_wrong_password(client, monkeypatch):
    wrong = hashes_worked_out(client, monkeypatch, name="Mei", password="green tee")
    unknown = hashes_worked_out(client, monkeypatch, name="Nobody", password="green tee")
    assert unknown == wrong == [1000]


def test_each_customer_has_a_password_of_their_own(client, monkeypatch):
    monkeypatch.setitem(USERS, "Amira", generate_password_hash("blue mug", "pbkdf2:sha256:1000"))
    assert client.post("/login", data={"name": "Amira", "password": "green tea"}).status_code == 401
    assert client.post("/login", data={"name": "Amira", "password": "blue mug"}).status_code in REDIRECTS


def test_one_visitors_login_is_not_anothers(mei):
    assert mei.get("/account").status_code == 200
    assert app.test_client().get("/account").status_code in REDIRECTS


def test_the_page_keeps_its_name():
    def basket():
        return "basket"

    assert login_required(basket).__name__ == "basket"
    assert login_required(basket) is not basket


def test_a_session_without_a_name_is_no_login(client):
    with client.session_transaction() as kept:
        kept["basket"] = ["TEA-01"]
    assert client.get("/orders/5").status_code in REDIRECTS


def test_an_unknown_name_stays_out_whatever_its_password_fits(client, monkeypatch):
    for place in ("login_required", "werkzeug.security"):
        monkeypatch.setattr(f"{place}.check_password_hash", lambda *given: True, raising=False)
    fields = {"name": "Nobody", "password": "green tea"}
    assert client.post("/login", data=fields).status_code == 401


def test_a_page_gets_its_arguments_and_its_answer_goes_out_as_it_is():
    def basket(*given, **named):
        return given, named

    with app.test_request_context():
        session["name"] = "Mei"
        assert login_required(basket)(7, size="L") == ((7,), {"size": "L"})


def test_a_stranger_does_not_reach_the_page():
    called = []

    with app.test_request_context():
        login_required(lambda *given, **named: called.append(given))(7)
        login_required(lambda **named: called.append(named))(number=7)
    assert called == []


def test_the_session_keeps_the_name_and_no_password(mei):
    with mei.session_transaction() as kept:
        assert kept["name"] == "Mei"
        assert "green tea" not in str(dict(kept))


def test_the_login_leads_nowhere_else(client):
    fields = {"name": "Mei", "password": "green tea", "next": "https://thief.example"}
    response = client.post("/login?next=https://thief.example", data=fields)
    assert response.headers["Location"] == "/account"


def test_the_name_stays_as_it_is_among_the_users(client, monkeypatch):
    monkeypatch.setitem(USERS, "da Silva", generate_password_hash("blue mug", "pbkdf2:sha256:1000"))
    client.post("/login", data={"name": "da Silva", "password": "blue mug"})
    assert client.get("/account").text == "Hello, da Silva"


def test_credentials_in_the_query_string_do_not_count(client):
    assert client.post("/login?password=green+tea", data={"name": "Mei"}).status_code == 401
    assert client.post("/login?name=Mei", data={"password": "green tea"}).status_code == 401
