import pytest
from albums_json_api import Album
from django.db import transaction
from django.test import Client


SENT = {"title": "Porto", "kind": "trip", "owner_email": "mei@example.com"}


@pytest.fixture(autouse=True)
def clean_database():
    """Undo after each test what it wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def client():
    return Client()


def album(title, kind="trip", photos=()):
    made = Album.objects.create(
        title=title, kind=kind, owner_email="mei@example.com"
    )
    for photo in photos:
        made.photos.create(title=photo)
    return made


def titles(response):
    return [one["title"] for one in response.json()["albums"]]


def test_shows_one_album(client):
    porto = album("Porto", photos=["Bridge", "Tram"])
    response = client.get(f"/api/albums/{porto.id}/")
    assert response.status_code == 200
    assert response.json() == {
        "id": porto.id,
        "title": "Porto",
        "kind": "trip",
        "photos": ["Bridge", "Tram"],
    }


def test_each_album_has_its_own_photos(client):
    album("Cork", photos=["Pier"])
    album("Porto", photos=["Bridge", "Tram"])
    shown = client.get("/api/albums/").json()["albums"]
    assert [one["photos"] for one in shown] == [["Pier"], ["Bridge", "Tram"]]


def test_two_photos_of_one_title_are_both_there(client):
    porto = album("Porto", photos=["Tram", "Tram"])
    assert client.get(f"/api/albums/{porto.id}/").json()["photos"] == ["Tram", "Tram"]


def test_an_unknown_album_is_an_error_in_json(client):
    response = client.get("/api/albums/99/")
    assert response.status_code == 404
    assert response.json() == {"error": "no such album"}


def test_lists_albums_as_they_look_alone(client):
    porto = album("Porto", photos=["Bridge"])
    response = client.get("/api/albums/")
    assert response.status_code == 200
    assert response.json() == {
        "albums": [client.get(f"/api/albums/{porto.id}/").json()]
    }


def test_albums_come_by_title(client):
    for title in ("Cork", "Athens", "Bergen"):
        album(title)
    assert titles(client.get("/api/albums/")) == ["Athens", "Bergen", "Cork"]


def test_without_albums_the_list_is_empty(client):
    assert client.get("/api/albums/").json() == {"albums": []}


def test_kind_chooses_albums(client):
    album("Porto", kind="trip")
    album("Ana and Rui", kind="wedding")
    assert titles(client.get("/api/albums/?kind=wedding")) == ["Ana and Rui"]
    assert titles(client.get("/api/albums/?kind=family")) == []


def test_albums_of_a_kind_come_by_title_too(client):
    for title in ("Cork", "Athens", "Bergen"):
        album(title)
    assert titles(client.get("/api/albums/?kind=trip")) == ["Athens", "Bergen", "Cork"]


def test_a_kind_is_compared_as_a_whole(client):
    album("Porto", kind="trip")
    assert titles(client.get("/api/albums/?kind=tri")) == []
    assert titles(client.get("/api/albums/?kind=rip")) == []
    assert titles(client.get("/api/albums/?kind=TRIP")) == []


def test_the_address_of_the_owner_never_goes_out(client):
    porto = album("Porto")
    assert b"Porto" in client.get("/api/albums/").content
    assert b"example.com" not in client.get("/api/albums/").content
    assert b"example.com" not in client.get(f"/api/albums/{porto.id}/").content


def test_a_new_album_is_shown_as_it_is_stored(client):
    sent = {**SENT, "title": "  são Paulo by night ", "photos": ["Tram"]}
    made = client.post("/api/albums/", sent, "application/json").json()
    assert (made["title"], made["photos"]) == ("são Paulo by night", [])
    assert client.get(f"/api/albums/{made['id']}/").json() == made


def test_the_same_album_can_be_made_twice(client):
    ids = [client.post("/api/albums/", SENT, "application/json").json()["id"] for _ in range(2)]
    assert ids[0] != ids[1]
    assert titles(client.get("/api/albums/")) == ["Porto", "Porto"]


def test_a_long_list_is_whole(client):
    names = [f"Album {number:02}" for number in range(60)]
    Album.objects.bulk_create(Album(**{**SENT, "title": name}) for name in names)
    assert titles(client.get("/api/albums/")) == names


@pytest.mark.parametrize("field", ["title", "kind", "owner_email"])
def test_one_wrong_value_is_enough_to_store_nothing(client, field):
    response = client.post("/api/albums/", {**SENT, field: ""}, "application/json")
    assert response.status_code == 422
    assert list(response.json()["errors"]) == [field]
    assert Album.objects.count() == 0


def test_stores_a_new_album_and_shows_it(client):
    sent = {"title": "Porto", "kind": "trip", "owner_email": "mei@example.com"}
    response = client.post("/api/albums/", sent, "application/json")
    stored = Album.objects.get()
    assert (stored.title, stored.kind, stored.owner_email) == (
        "Porto",
        "trip",
        "mei@example.com",
    )
    assert response.status_code == 201
    assert response.json() == {
        "id": stored.id,
        "title": "Porto",
        "kind": "trip",
        "photos": [],
    }


def test_an_id_in_the_body_does_not_count(client):
    first = album("Cork")
    sent = {"id": first.id, "title": "Porto", "kind": "trip", "owner_email": "mei@example.com"}
    response = client.post("/api/albums/", {**sent, "note": "ours"}, "application/json")
    assert response.status_code == 201
    assert response.json()["id"] != first.id
    assert titles(client.get("/api/albums/")) == ["Cork", "Porto"]


def test_wrong_values_are_told_by_field(client):
    sent = {"title": "Porto", "owner_email": "mei"}
    response = client.post("/api/albums/", sent, "application/json")
    assert response.status_code == 422
    assert response.json() == {
        "errors": {
            "kind": [
                {"message": "This field is required.", "code": "required"}
            ],
            "owner_email": [
                {"message": "Enter a valid email address.", "code": "invalid"}
            ],
        }
    }
    assert Album.objects.count() == 0


def test_a_title_has_at_most_80_characters(client):
    sent = {
        "title": "t" * 80,
        "kind": "k" * 20,
        "owner_email": "mei@example.com",
    }
    assert (
        client.post("/api/albums/", sent, "application/json").status_code
        == 201
    )
    sent = {
        "title": "t" * 81,
        "kind": "k" * 21,
        "owner_email": "mei@example.com",
    }
    response = client.post("/api/albums/", sent, "application/json")
    assert sorted(response.json()["errors"]) == ["kind", "title"]


def test_an_empty_object_has_wrong_values(client):
    response = client.post("/api/albums/", {}, "application/json")
    assert response.status_code == 422
    assert sorted(response.json()["errors"]) == ["kind", "owner_email", "title"]


@pytest.mark.parametrize("body", ["title=Porto", "", b"\xff"])
def test_a_body_that_is_no_json_is_an_error_in_json(client, body):
    response = client.post("/api/albums/", body, "application/json")
    assert response.status_code == 400
    assert response.json() == {"error": "not a JSON object"}


def test_a_body_that_is_not_utf_8_is_refused(client):
    body = b'{"title": "\xff", "kind": "trip", "owner_email": "mei@example.com"}'
    assert client.post("/api/albums/", body, "application/json").status_code == 400
    assert Album.objects.count() == 0


def test_form_fields_are_refused(client):
    response = client.post("/api/albums/", SENT)
    assert response.status_code == 400
    assert response.json() == {"error": "not a JSON object"}
    assert Album.objects.count() == 0


@pytest.mark.parametrize("body", ["[1, 2]", "[]", "null", "7", '"title"'])
def test_json_that_is_not_an_object_is_refused(client, body):
    response = client.post("/api/albums/", body, "application/json")
    assert response.status_code == 400
    assert response.json() == {"error": "not a JSON object"}


def test_other_methods_are_not_allowed(client):
    porto = album("Porto")
    assert client.delete(f"/api/albums/{porto.id}/").status_code == 405
    assert Album.objects.count() == 1
    assert client.get(f"/api/albums/{porto.id}/").status_code == 200


def test_only_a_post_to_the_list_creates_albums(client):
    porto = album("Porto")
    assert client.put("/api/albums/", SENT, "application/json").status_code == 405
    assert client.post(f"/api/albums/{porto.id}/", SENT, "application/json").status_code == 405
    assert titles(client.get("/api/albums/")) == ["Porto"]
