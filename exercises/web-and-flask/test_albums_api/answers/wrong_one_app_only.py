import pytest
from albums_api import create_app


@pytest.fixture
def client(tmp_path):
    return create_app(tmp_path / "albums.db").test_client()


def test_all_but_a_restart(client):
    assert client.post("/albums", json={"title": " Porto "}).get_json() == {"id": 1, "title": "Porto"}
    assert client.post("/albums", json={"title": "Lisbon"}).status_code == 201
    assert [it["id"] for it in client.get("/albums").get_json()] == [2, 1]
    for body, status in (([], 400), ({}, 422), ({"title": "  "}, 422), ({"title": 3}, 422)):
        assert client.post("/albums", json=body).status_code == status
    assert len(client.get("/albums").get_json()) == 2
    assert client.delete("/albums/1").status_code == 204
    assert client.delete("/albums/1").status_code == 404
    assert [it["id"] for it in client.get("/albums").get_json()] == [2]
