import pytest

from albums_api import create_app


@pytest.fixture
def client(tmp_path):
    return create_app(tmp_path / "albums.db").test_client()


def add(client, title):
    response = client.post("/albums", json={"title": title})
    assert response.status_code == 201
    return response.get_json()["id"]


def titles(client):
    return [album["title"] for album in client.get("/albums").get_json()]


def test_a_new_service_has_no_albums(client):
    response = client.get("/albums")
    assert response.status_code == 200
    assert response.get_json() == []


def test_adds(client):
    response = client.post("/albums", json={"title": "Porto"})
    assert response.status_code == 201
    assert response.get_json() == {"id": 1, "title": "Porto"}


def test_strips(client):
    response = client.post("/albums", json={"title": "  Porto by night "})
    assert response.get_json() == {"id": 1, "title": "Porto by night"}
    assert client.get("/albums").get_json() == [{"id": 1, "title": "Porto by night"}]


@pytest.mark.parametrize("body", ["[1]", "null", '"Porto"', "7", "not json", ""])
def test_no_object(client, body):
    response = client.post("/albums", data=body, content_type="application/json")
    assert response.status_code == 400
    assert titles(client) == []


def test_no_json_type(client):
    response = client.post("/albums", data="title=Porto")
    assert response.status_code == 400


@pytest.mark.parametrize(
    "body", [{}, {"title": ""}, {"title": "   "}, {"title": 7}, {"title": None}, {"title": ["a"]}]
)
def test_no_title(client, body):
    response = client.post("/albums", json=body)
    assert response.status_code == 422
    assert titles(client) == []


def test_in_order_of_titles(client):
    for title in ["Porto", "Lisbon", "Zagreb", "Amsterdam"]:
        add(client, title)
    assert client.get("/albums").get_json() == [
        {"id": 4, "title": "Amsterdam"},
        {"id": 2, "title": "Lisbon"},
        {"id": 1, "title": "Porto"},
        {"id": 3, "title": "Zagreb"},
    ]


def test_removes_one(client):
    add(client, "Porto")
    second = add(client, "Lisbon")
    add(client, "Porto")
    response = client.delete(f"/albums/{second}")
    assert response.status_code == 204
    assert response.data == b""
    assert titles(client) == ["Porto", "Porto"]
    assert client.delete("/albums/3").status_code == 204
    assert client.get("/albums").get_json() == [{"id": 1, "title": "Porto"}]


def test_removes_none(client):
    add(client, "Porto")
    response = client.delete("/albums/2")
    assert response.status_code == 404
    assert response.get_json() == {"error": "not found"}
    assert titles(client) == ["Porto"]


def test_removed_twice(client):
    add(client, "Porto")
    assert client.delete("/albums/1").status_code == 204
    assert client.delete("/albums/1").status_code == 404


def test_stays(client, tmp_path):
    add(client, "Porto")
    add(client, "Faro")
    client.delete("/albums/1")
    other = create_app(tmp_path / "albums.db").test_client()
    assert other.get("/albums").get_json() == [{"id": 2, "title": "Faro"}]
    assert titles(create_app(tmp_path / "other.db").test_client()) == []
