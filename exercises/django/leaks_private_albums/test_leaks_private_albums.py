from leaks_private_albums import Album  # first: it sets Django up

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client


@pytest.fixture(autouse=True)
def clean_database():
    """Undo after each test what it wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def ines():
    return User.objects.create_user("ines")


@pytest.fixture
def sister():
    return User.objects.create_user("sister")


def album(owner, title="First days", place="Porto", public=False):
    return Album.objects.create(
        owner=owner, title=title, place=place, public=public
    )


def visit(path, user=None):
    client = Client()
    if user is not None:
        client.force_login(user)
    return client.get(path)


def found(word, user=None):
    response = visit(f"/api/albums/search/?word={word}", user)
    assert list(response.json()) == ["albums"]
    return [one["title"] for one in response.json()["albums"]]


def test_the_sister_does_not_find_a_private_album_by_its_place(ines, sister):
    album(ines)
    album(ines, "Bridges", public=True)
    assert found("porto", sister) == ["Bridges"]


def test_the_sister_does_not_find_a_private_album_by_its_title(ines, sister):
    album(ines)
    album(ines, "First snow", public=True)
    assert found("first", sister) == ["First snow"]


def test_a_visitor_does_not_find_a_private_album(ines):
    album(ines)
    album(ines, "Bridges", public=True)
    assert found("porto") == ["Bridges"]


def test_ines_finds_her_own_private_album(ines):
    album(ines)
    assert found("first", ines) == ["First days"]
    assert found("porto", ines) == ["First days"]
    assert found("cork", ines) == []


def test_the_sister_finds_public_albums_by_title_and_by_place(ines, sister):
    album(ines, "Bridges", "Old Porto by the sea", public=True)
    album(ines, "Porto by tram", "Portugal", public=True)
    album(ines, "Cork", "Ireland", public=True)
    assert found("PORTO", sister) == ["Bridges", "Porto by tram"]


def test_found_albums_come_by_title(ines):
    album(ines, "Cork", public=True)
    album(ines, "Athens", public=True)
    assert found("porto") == ["Athens", "Cork"]


def test_a_search_without_a_word_finds_all_that_may_be_seen(ines, sister):
    album(ines)
    album(ines, "Bridges", public=True)
    response = visit("/api/albums/search/", sister)
    assert [one["title"] for one in response.json()["albums"]] == ["Bridges"]


def test_for_strangers_a_private_album_is_not_there(ines, sister):
    private = album(ines)
    for user in (sister, None):
        response = visit(f"/api/albums/{private.id}/", user)
        assert response.status_code == 404
        assert response.json() == {"error": "no such album"}
        unknown = visit("/api/albums/4711/", user)
        assert {*response.headers} - {"Vary"} == {*unknown.headers} - {"Vary"}


def test_a_user_of_a_similar_name_is_a_stranger_too(ines):
    private = album(User.objects.create_user("ines2"))
    assert found("porto", ines) == []
    assert visit(f"/api/albums/{private.id}/", ines).status_code == 404
    assert visit("/api/albums/", ines).json() == {"albums": []}


def test_owners_see_the_public_albums_of_others_beside_their_own(ines, sister):
    album(ines)
    album(sister, "Bridges", public=True)
    assert found("porto", ines) == ["Bridges", "First days"]
    listed = visit("/api/albums/", ines).json()["albums"]
    assert [one["title"] for one in listed] == ["Bridges", "First days"]


def test_nobody_but_the_owner_sees_it_not_even_staff(ines):
    private = album(ines)
    joana = User.objects.create_user("joana", is_staff=True, is_superuser=True)
    assert found("porto", joana) == []
    assert visit(f"/api/albums/{private.id}/", joana).status_code == 404
    assert visit("/api/albums/", joana).json() == {"albums": []}


def test_ines_opens_her_own_private_album(ines):
    private = album(ines)
    response = visit(f"/api/albums/{private.id}/", ines)
    assert response.status_code == 200
    assert response.json() == {
        "id": private.id,
        "title": "First days",
        "place": "Porto",
    }


def test_everybody_opens_a_public_album(ines, sister):
    bridges = album(ines, "Bridges", public=True)
    for user in (ines, sister, None):
        response = visit(f"/api/albums/{bridges.id}/", user)
        assert response.status_code == 200
        assert response.json()["title"] == "Bridges"


def test_an_album_that_was_never_there_is_not_found():
    response = visit("/api/albums/4711/")
    assert response.status_code == 404
    assert response.json() == {"error": "no such album"}


def test_the_list_is_as_it_was_newest_first(ines, sister):
    album(ines)
    album(ines, "Bridges", public=True)
    album(ines, "Cork", public=True)
    for user, expected in (
        (None, ["Cork", "Bridges"]),
        (sister, ["Cork", "Bridges"]),
        (ines, ["Cork", "Bridges", "First days"]),
    ):
        response = visit("/api/albums/", user)
        assert [one["title"] for one in response.json()["albums"]] == expected


def test_an_album_is_private_unless_its_owner_says_otherwise(ines):
    made = Album.objects.create(owner=ines, title="First days", place="Porto")
    assert made.public is False
    assert visit(f"/api/albums/{made.id}/", ines).json()["id"] == made.id


def test_long_lists_are_whole(ines):
    Album.objects.bulk_create(
        Album(owner=ines, title="First days", place="Porto", public=True) for _ in range(60)
    )
    listed = visit("/api/albums/").json()["albums"]
    assert len(listed) == len(found("porto")) == 60
