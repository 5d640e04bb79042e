import pytest

from albums_api import create_app


@pytest.fixture
def client(tmp_path):
    return create_app(tmp_path / "albums.db").test_client()


def test_a_new_service_has_no_albums(client):
    response = client.get("/albums")
    assert response.status_code == 200
    assert response.get_json() == []


def test_adding_answers_with_the_album(client):
    response = client.post("/albums", json={"title": "Porto"})
    assert response.status_code == 201
    assert response.get_json() == {"id": 1, "title": "Porto"}


def test_spaces_around_a_title_are_left_out(client):
    response = client.post("/albums", json={"title": "  New York "})
    assert response.get_json()["title"] == "New York"
    assert client.get("/albums").get_json() == [{"id": 1, "title": "New York"}]


def test_albums_are_listed_by_title(client):
    client.post("/albums", json={"title": "Porto"})
    client.post("/albums", json={"title": "Lisbon"})
    assert client.get("/albums").get_json() == [
        {"id": 2, "title": "Lisbon"},
        {"id": 1, "title": "Porto"},
    ]


def test_a_list_is_not_an_album(client):
    response = client.post("/albums", json=["Porto"])
    assert response.status_code == 400
    assert response.get_json() == {"error": "send a JSON object"}


def test_text_is_not_an_album(client):
    response = client.post("/albums", data="Porto")
    assert response.status_code == 400
    assert response.get_json() == {"error": "send a JSON object"}


@pytest.mark.parametrize("body", [{}, {"title": ""}, {"title": "   "}, {"title": 5}])
def test_an_album_without_a_title_is_refused(client, body):
    response = client.post("/albums", json=body)
    assert response.status_code == 422
    assert response.get_json() == {"error": "a title is needed"}
    assert client.get("/albums").get_json() == []


def test_deleting_removes_one_album(client):
    client.post("/albums", json={"title": "Lisbon"})
    client.post("/albums", json={"title": "Madrid"})
    client.post("/albums", json={"title": "Porto"})
    response = client.delete("/albums/2")
    assert response.status_code == 204
    assert response.text == ""
    assert client.get("/albums").get_json() == [
        {"id": 1, "title": "Lisbon"},
        {"id": 3, "title": "Porto"},
    ]


def test_deleting_what_is_not_there_is_not_found(client):
    client.post("/albums", json={"title": "Lisbon"})
    response = client.delete("/albums/2")
    assert response.status_code == 404
    assert response.get_json() == {"error": "not found"}


def test_albums_are_still_there_after_a_restart(tmp_path):
    path = tmp_path / "albums.db"
    create_app(path).test_client().post("/albums", json={"title": "Porto"})
    again = create_app(path).test_client()
    assert again.get("/albums").get_json() == [{"id": 1, "title": "Porto"}]
