from urllib.parse import quote

import pytest
from hello_service import GREETINGS, app


@pytest.fixture
def client():
    return app.test_client()


def test_the_home_page_says_that_the_shop_is_open(client):
    response = client.get("/")
    assert response.status_code == 200
    assert response.text == "Harbour is open"


def test_greets_a_person_in_english(client):
    assert client.get("/hello/Mei").get_json() == {"greeting": "Hello, Mei"}


def test_greets_the_person_of_the_path(client):
    assert client.get("/hello/Jonas").get_json() == {"greeting": "Hello, Jonas"}
    assert client.get("/hello/Mei Lin").get_json() == {"greeting": "Hello, Mei Lin"}


def test_english_can_be_asked_for(client):
    assert client.get("/hello/Mei?lang=en").get_json() == {"greeting": "Hello, Mei"}


def test_greets_in_portuguese(client):
    assert client.get("/hello/Tomás?lang=pt").get_json() == {"greeting": "Olá, Tomás"}


def test_greets_in_german(client):
    assert client.get("/hello/Amira?lang=de").get_json() == {"greeting": "Hallo, Amira"}


@pytest.mark.parametrize("language", ["xx", "PT", "pt-BR", ""])
def test_an_unknown_language_gets_english(client, language):
    response = client.get(f"/hello/Mei?lang={language}")
    assert response.status_code == 200
    assert response.get_json() == {"greeting": "Hello, Mei"}


def test_another_page_is_not_found(client):
    assert client.get("/hello").status_code == 404


def test_a_language_that_is_added_to_the_greetings_is_known(client, monkeypatch):
    monkeypatch.setitem(GREETINGS, "fr", "Bonjour")
    assert client.get("/hello/Mei?lang=fr").get_json() == {"greeting": "Bonjour, Mei"}


def test_the_language_of_one_visitor_is_not_that_of_the_next(client):
    client.get("/hello/Tomás?lang=pt")
    assert client.get("/hello/mei").get_json() == {"greeting": "Hello, mei"}


@pytest.mark.parametrize("path", ["/", "/hello/Mei"])
def test_there_is_nothing_to_post(client, path):
    assert client.get(path).status_code == 200
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("name", ["Mei-Lin O'Neill", 'A "B" C', "<b>", "Mei Lin Wu", "é"])
def test_a_name_is_in_the_greeting_as_it_is(client, name):
    response = client.get(f"/hello/{quote(name)}")
    assert response.get_json() == {"greeting": f"Hello, {name}"}


@pytest.mark.parametrize("language", ["pt ", " de"])
def test_a_language_is_compared_as_it_is(client, language):
    response = client.get("/hello/Mei", query_string={"lang": language})
    assert response.get_json() == {"greeting": "Hello, Mei"}


def test_the_language_of_the_browser_makes_no_difference(client):
    response = client.get("/hello/Mei", headers={"Accept-Language": "de"})
    assert response.get_json() == {"greeting": "Hello, Mei"}
