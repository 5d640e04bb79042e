import pytest
from albums_api import create_app


@pytest.fixture
def client(tmp_path):
    return create_app(tmp_path / "albums.db").test_client()


def test_adding_and_listing(client):
    assert client.post("/albums", json={"title": " Porto "}).status_code == 201
    client.post("/albums", json={"title": "Lisbon"})
    assert [it["title"] for it in client.get("/albums").get_json()] == ["Lisbon", "Porto"]
    assert client.post("/albums", json={"title": " "}).status_code == 422
    assert client.post("/albums", json=[]).status_code == 400
