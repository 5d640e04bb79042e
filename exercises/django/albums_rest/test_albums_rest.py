import pytest
from albums_rest import Album, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from data.people import client_of

PORTO = {"title": "Porto", "kind": "trip"}


@pytest.fixture(autouse=True)
def empty():
    """No albums and no users."""
    User.objects.all().delete()
    Album.objects.all().delete()


def made(name, **values):
    """The album that somebody has made, as the API tells of it."""
    response = client_of(name).post("/api/albums/", {**PORTO, **values})
    assert response.status_code == 201, response.content
    return response.json()


def place(album):
    return f"/api/albums/{album['id']}/"


def test_an_album_belongs_to_the_one_who_makes_it():
    album = made("mei")
    assert album == {"id": Album.objects.get().pk, "title": "Porto", "kind": "trip", "owner": "mei"}


def test_nobody_makes_an_album_for_somebody_else():
    made("erik")
    assert made("mei", owner="erik")["owner"] == "mei"


def test_without_a_login_nothing_is_made():
    assert client_of().post("/api/albums/", PORTO).status_code == 403
    assert not Album.objects.exists()


def test_a_stranger_is_refused_before_the_body_is_read():
    assert client_of().post("/api/albums/", {"title": ""}).status_code == 403


def test_a_missing_field_is_an_error():
    response = client_of("mei").post("/api/albums/", {})
    assert response.status_code == 400
    assert sorted(response.json()) == ["kind", "title"]


def test_a_title_has_at_most_40_characters():
    assert made("mei", title="T" * 40)["title"] == "T" * 40
    too_long = client_of("mei").post("/api/albums/", {**PORTO, "title": "T" * 41})
    assert too_long.status_code == 400
    assert list(too_long.json()) == ["title"]


def test_a_new_album_never_takes_the_place_of_another():
    first = made("mei")
    assert made("erik", id=first["id"])["id"] != first["id"]
    assert client_of().get(place(first)).json() == first


def test_a_title_is_needed_and_a_kind_that_there_is():
    response = client_of("mei").post("/api/albums/", {"title": "", "kind": "party"})
    assert response.status_code == 400
    assert sorted(response.json()) == ["kind", "title"]


def test_everybody_reads_the_list_by_title():
    for title in ("Oslo", "Faro", "Kiel"):
        made("mei", title=title)
    response = client_of().get("/api/albums/")
    assert response.status_code == 200
    assert [album["title"] for album in response.json()] == ["Faro", "Kiel", "Oslo"]


def test_a_kind_can_be_chosen():
    made("mei")
    made("mei", title="Us", kind="family")
    titles = [album["title"] for album in client_of().get("/api/albums/?kind=family").json()]
    assert titles == ["Us"]
    for other in ("fam", "FAMILY"):
        assert client_of().get(f"/api/albums/?kind={other}").json() == []


def test_albums_of_a_kind_come_by_title_too():
    for title in ("Oslo", "Faro", "Kiel"):
        made("mei", title=title)
    titles = [album["title"] for album in client_of().get("/api/albums/?kind=trip").json()]
    assert titles == ["Faro", "Kiel", "Oslo"]


def test_everybody_reads_one_album():
    album = made("mei")
    for name in ("mei", "erik", None):
        assert client_of(name).get(place(album)).json() == album
    assert client_of().get("/api/albums/0/").status_code == 404


def test_the_list_has_the_albums_of_all_for_everybody():
    made("mei", title="Oslo")
    made("erik", title="Faro")
    for name in ("mei", "erik", None):
        titles = [album["title"] for album in client_of(name).get("/api/albums/").json()]
        assert titles == ["Faro", "Oslo"]


def test_a_long_list_is_whole():
    mei = User.objects.create(username="mei")
    names = [f"Album {number:02}" for number in range(60)]
    Album.objects.bulk_create(Album(title=name, kind="trip", owner=mei) for name in names)
    assert [album["title"] for album in client_of().get("/api/albums/").json()] == names


def test_the_owner_changes_and_deletes_it():
    album, mei = made("mei"), client_of("mei")
    assert mei.patch(place(album), {"title": "Lisbon"}).json()["title"] == "Lisbon"
    assert mei.put(place(album), {"title": "Faro", "kind": "family"}).status_code == 200
    assert mei.get(place(album)).json() == {**album, "title": "Faro", "kind": "family"}
    assert mei.delete(place(album)).status_code == 204
    assert not Album.objects.exists()


@pytest.mark.parametrize("name", ["erik", None])
def test_nobody_else_does(name):
    album, other = made("mei"), client_of(name)
    assert other.patch(place(album), {"title": "Mine"}).status_code == 403
    assert other.put(place(album), PORTO).status_code == 403
    assert other.delete(place(album)).status_code == 403
    assert client_of().get(place(album)).json() == album


def test_staff_has_no_more_rights_than_others():
    album = made("mei")
    User.objects.create(username="hugo", is_staff=True, is_superuser=True)
    assert client_of("hugo").patch(place(album), {"title": "Mine"}).status_code == 403
    assert client_of("hugo").put(place(album), PORTO).status_code == 403
    assert client_of("hugo").delete(place(album)).status_code == 403
    assert client_of().get(place(album)).json() == album


def test_an_album_is_never_given_away():
    album = made("mei")
    made("erik")
    client_of("mei").patch(place(album), {"owner": "erik"})
    client_of("mei").put(place(album), {**PORTO, "owner": "erik"})
    assert client_of().get(place(album)).json()["owner"] == "mei"


def test_the_list_needs_as_many_queries_for_ten_albums_as_for_two():
    counts = []
    for number in (2, 8):
        for _ in range(number):
            made(f"user{Album.objects.count()}")
        with CaptureQueriesContext(connection) as queries:
            client_of().get("/api/albums/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
