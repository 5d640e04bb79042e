import json

import pytest
from data.album_site import album, clean_database, user
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from photo_album_site.models import Album


@pytest.fixture(autouse=True)
def database():
    with clean_database():
        yield


def call(method, address, data=None, of=None, body=None):
    """The status of the answer and what its JSON says."""
    client = Client()
    if of is not None:
        client.force_login(of)
    body = json.dumps(data) if body is None else body
    send = getattr(client, method)
    response = send(address) if method == "get" else send(address, body, "application/json")
    return response.status_code, response.json() if response.content else None


def titles(address, of=None):
    _, answer = call("get", address, of=of)
    return [found["title"] for found in answer["albums"]]


def new(**changes):
    """What a program sends for a new album."""
    return {
        "title": "Porto",
        "made_on": "2025-05-03",
        "kind": "travel",
        "visibility": "private",
        **changes,
    }


def test_an_album_says_what_everybody_may_know():
    made = album(
        user("mei"),
        kind="travel",
        visibility="public",
        shared_with=[user("jonas")],
        photos=["Bridge"],
    )
    expected = {
        "id": made.pk,
        "title": "Porto in May",
        "made_on": "2025-05-03",
        "kind": "travel",
        "visibility": "public",
        "owner": "mei",
        "photos": [{"url": "https://pictures.example/1.jpg", "caption": "Bridge"}],
    }
    assert call("get", f"/api/albums/{made.pk}/") == (200, expected)
    assert call("get", "/api/albums/") == (200, {"albums": [expected], "next": None})


def test_the_names_it_is_shared_with_are_for_those_who_may_change_it():
    mei, jonas, amira = user("mei"), user("jonas"), user("amira")
    made = album(mei, visibility="shared", shared_with=[jonas, amira])
    address = f"/api/albums/{made.pk}/"
    _, for_mei = call("get", address, of=mei)
    _, for_jonas = call("get", address, of=jonas)
    assert for_mei["shared_with"] == ["amira", "jonas"]
    assert "shared_with" not in for_jonas


def test_no_private_album_leaks():
    mei, jonas = user("mei"), user("jonas")
    private, shared = album(mei, "Attic"), album(mei, "Porto", visibility="shared")
    assert titles("/api/albums/", of=mei) == ["Attic", "Porto"]
    for method in ("get", "patch", "delete"):
        for hidden in (private, shared):
            for stranger in (None, jonas):
                answer = call(method, f"/api/albums/{hidden.pk}/", {}, of=stranger)
                assert answer == (404, {"error": "no such album"})
    assert titles("/api/albums/", of=jonas) == []
    assert titles("/api/albums/") == []
    assert call("get", "/api/albums/999/") == (404, {"error": "no such album"})


def test_albums_of_one_kind():
    mei = user("mei")
    album(mei, "Ana and Rui", kind="wedding", visibility="public")
    album(mei, "Porto", kind="travel", visibility="public")
    assert titles("/api/albums/?kind=wedding") == ["Ana and Rui"]
    assert call("get", "/api/albums/?kind=party") == (400, {"error": "no such kind"})


def test_next_leads_to_the_other_albums():
    mei = user("mei")
    for number in range(21):
        album(mei, f"Day {number:02}", kind="travel", visibility="public")
    _, first = call("get", "/api/albums/?kind=travel")
    assert len(first["albums"]) == 20
    _, second = call("get", first["next"])
    assert [found["title"] for found in second["albums"]] == ["Day 20"]
    assert second["next"] is None
    album(mei, "Ana and Rui", visibility="public", kind="wedding")
    assert len(titles(first["next"])) == 1


def test_a_longer_list_asks_no_more_of_the_database():
    mei, jonas = user("mei"), user("jonas")

    def queries():
        with CaptureQueriesContext(connection) as asked:
            call("get", "/api/albums/", of=mei)
        return len(asked)

    album(mei, shared_with=[jonas], photos=["Bridge"])
    album(jonas, visibility="public", photos=["Bridge"])
    before = queries()
    for owner in (mei, jonas, user("amira")):
        album(owner, visibility="public", shared_with=[mei], photos=["Tram", "Pier"])
    assert queries() == before


def test_a_new_album_belongs_to_who_is_logged_in():
    mei, jonas = user("mei"), user("jonas")
    sent = new(visibility="shared", shared_with=["jonas"], owner="jonas")
    status, answer = call("post", "/api/albums/", sent, of=mei)
    made = Album.objects.get()
    assert (status, answer["id"]) == (201, made.pk)
    assert (answer["title"], answer["shared_with"]) == ("Porto", ["jonas"])
    assert (made.owner, list(made.shared_with.all())) == (mei, [jonas])
    assert (made.kind, made.visibility) == ("travel", "shared")


@pytest.mark.parametrize("body", ["title=Porto", "", "[1]", '"Porto"'])
def test_a_body_that_is_no_object_is_told(body):
    answer = call("post", "/api/albums/", body=body, of=user("mei"))
    assert answer == (400, {"error": "not a JSON object"})


def test_wrong_values_are_told_by_field_and_nothing_is_stored():
    sent = {
        "title": None,
        "made_on": 5,
        "kind": "party",
        "visibility": "public",
        "shared_with": ["nobody"],
    }
    status, answer = call("post", "/api/albums/", sent, of=user("mei"))
    assert status == 422
    assert sorted(answer["errors"]) == ["kind", "made_on", "shared_with", "title"]
    assert answer["errors"]["title"] == [{"message": "This field is required.", "code": "required"}]
    assert Album.objects.count() == 0


def test_a_visitor_is_told_to_log_in():
    public = album(user("mei"), visibility="public")
    logged_out = (401, {"error": "log in first"})
    assert call("post", "/api/albums/", new()) == logged_out
    assert call("patch", f"/api/albums/{public.pk}/", {"title": "Mine"}) == logged_out
    assert call("delete", f"/api/albums/{public.pk}/") == logged_out
    assert Album.objects.get().title == "Porto in May"


def test_a_user_may_not_change_what_others_made_public():
    public = album(user("mei"), visibility="public")
    jonas = user("jonas")
    refused = (403, {"error": "not yours to change"})
    assert call("patch", f"/api/albums/{public.pk}/", {"title": "Mine"}, of=jonas) == refused
    assert call("delete", f"/api/albums/{public.pk}/", of=jonas) == refused
    assert Album.objects.get().title == "Porto in May"


def test_of_several_errors_the_first_that_fits_counts():
    private, public = album(user("mei")), album(user("amira"), visibility="public")
    jonas = user("jonas")
    assert call("patch", f"/api/albums/{private.pk}/", of=jonas, body="no JSON")[0] == 404
    assert call("patch", f"/api/albums/{public.pk}/", body="no JSON")[0] == 401
    assert call("patch", f"/api/albums/{public.pk}/", of=jonas, body="no JSON")[0] == 403
    assert call("post", "/api/albums/", body="no JSON")[0] == 401


def test_of_a_patch_with_a_wrong_value_nothing_is_stored():
    made = album(user("mei"))
    sent = {"title": "Mine", "kind": "party", "made_on": 5}
    status, answer = call("patch", f"/api/albums/{made.pk}/", sent, of=made.owner)
    assert (status, sorted(answer["errors"])) == (422, ["kind", "made_on"])
    made.refresh_from_db()
    assert made.title == "Porto in May"


def test_patch_changes_what_is_sent_and_leaves_the_rest():
    mei, jonas = user("mei"), user("jonas")
    made = album(mei, kind="travel", visibility="shared", shared_with=[jonas])
    address = f"/api/albums/{made.pk}/"
    status, answer = call("patch", address, {"title": "Porto, again"}, of=mei)
    assert (status, answer["title"], answer["shared_with"]) == (200, "Porto, again", ["jonas"])
    now = Album.objects.get()
    assert (now.title, now.kind, now.visibility) == ("Porto, again", "travel", "shared")
    assert list(now.shared_with.all()) == [jonas]
    assert call("patch", address, {"kind": "party"}, of=mei)[0] == 422
    assert call("patch", address, [], of=mei) == (400, {"error": "not a JSON object"})
    assert call("patch", address, {"shared_with": []}, of=mei)[1]["shared_with"] == []


def test_delete_takes_the_album_away():
    mei = user("mei")
    gone, kept = album(mei, "Attic"), album(mei, "Porto")
    assert call("delete", f"/api/albums/{gone.pk}/", of=mei)[0] == 204
    assert list(Album.objects.all()) == [kept]
