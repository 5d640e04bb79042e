import pytest
from photo_albums import ALBUMS, app


@pytest.fixture
def client():
    return app.test_client()


@pytest.fixture
def lisbon_is_gone():
    lisbon = ALBUMS.pop(0)
    yield
    ALBUMS.insert(0, lisbon)


def numbers(response):
    """The numbers of the albums in an answer."""
    assert response.status_code == 200
    return [album["id"] for album in response.get_json()]


def test_lists_all_albums_in_their_order(client):
    assert numbers(client.get("/albums")) == [1, 2, 3, 4, 5]


def test_an_album_in_the_list_has_all_its_fields(client):
    response = client.get("/albums")
    assert response.status_code == 200
    assert response.get_json()[0] == {"id": 1, "title": "Lisbon", "type": "travel"}


def test_lists_the_albums_of_a_type(client):
    assert numbers(client.get("/albums?type=travel")) == [1, 3, 5]


def test_an_unused_type_gives_an_empty_list(client):
    assert numbers(client.get("/albums?type=food")) == []


def test_a_part_of_a_type_is_not_the_type(client):
    assert numbers(client.get("/albums?type=trave")) == []
    assert numbers(client.get("/albums?type=TRAVEL")) == []
    assert numbers(client.get("/albums?type=%20travel")) == []


def test_a_limit_cuts_the_list(client):
    assert numbers(client.get("/albums?limit=2")) == [1, 2]
    assert numbers(client.get("/albums?limit=4")) == [1, 2, 3, 4]


def test_the_limit_counts_albums_of_the_type(client):
    assert numbers(client.get("/albums?type=family&limit=2")) == [2, 4]


def test_a_limit_of_zero_gives_an_empty_list(client):
    assert numbers(client.get("/albums?limit=0")) == []


@pytest.mark.parametrize("limit", ["many", "2a", ""])
def test_a_limit_that_is_no_number_is_no_limit(client, limit):
    assert numbers(client.get(f"/albums?limit={limit}")) == [1, 2, 3, 4, 5]


def test_shows_one_album(client):
    response = client.get("/albums/2")
    assert response.status_code == 200
    assert response.get_json() == {"id": 2, "title": "Amira's birthday", "type": "family"}


@pytest.mark.parametrize("number", [0, 6, 99])
def test_an_album_that_does_not_exist_is_not_found(client, number):
    response = client.get(f"/albums/{number}")
    assert response.status_code == 404
    assert response.get_json() == {"error": f"no album {number}"}


def test_a_number_is_the_id_of_an_album_and_not_its_place(client, lisbon_is_gone):
    assert client.get("/albums/2").get_json()["title"] == "Amira's birthday"
    assert client.get("/albums/5").get_json()["title"] == "Porto"
    assert client.get("/albums/1").status_code == 404
    assert numbers(client.get("/albums")) == [2, 3, 4, 5]


def test_the_albums_are_left_as_they_are(client):
    client.get("/albums?type=travel&limit=1")
    assert [album["id"] for album in ALBUMS] == [1, 2, 3, 4, 5]
    assert [album["title"] for album in ALBUMS] == [
        "Lisbon",
        "Amira's birthday",
        "Norway by train",
        "First steps",
        "Porto",
    ]


@pytest.fixture
def more_albums():
    """Albums that were added while the app runs; the ids are in no order."""
    added = [
        {"id": 40, "title": "Lisbon", "type": "travel", "pages": 12},
        {"id": 31, "title": "Aveiro", "type": "", "pages": 7},
    ]
    ALBUMS.extend(added)
    yield
    del ALBUMS[-2:]


def test_albums_that_were_added_come_last(client, more_albums):
    assert numbers(client.get("/albums")) == [1, 2, 3, 4, 5, 40, 31]
    assert numbers(client.get("/albums?type=travel")) == [1, 3, 5, 40]


def test_an_album_that_was_added_has_all_its_fields(client, more_albums):
    album = {"id": 40, "title": "Lisbon", "type": "travel", "pages": 12}
    assert client.get("/albums/40").get_json() == album
    assert client.get("/albums").get_json()[5] == album


def test_the_empty_type_is_a_type_too(client, more_albums):
    assert numbers(client.get("/albums?type=")) == [31]


@pytest.mark.parametrize(("limit", "found"), [(5, 5), (6, 5), (100, 5)])
def test_a_limit_may_be_larger_than_the_list(client, limit, found):
    assert len(numbers(client.get(f"/albums?limit={limit}"))) == found
    assert numbers(client.get(f"/albums?type=family&limit={limit}")) == [2, 4]


def test_one_unused_type_with_a_limit_gives_an_empty_list(client):
    assert numbers(client.get("/albums?type=food&limit=2")) == []
