import re
from datetime import date

import pytest
from data.album_site import album, clean_database, missing, user
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from photo_album_site.models import Album, Photo
from photo_album_site.permissions import may_change, visible_to


@pytest.fixture(autouse=True)
def database():
    with clean_database():
        yield


def browser(of=None):
    """A browser in which that user is logged in."""
    client = Client()
    if of is not None:
        client.force_login(of)
    return client


def page(address, of=None):
    return browser(of).get(address).content.decode()


def links(html):
    """Every link of a page, as (address, text)."""
    return re.findall(r'<a\b[^>]*href="([^"]*)"[^>]*>\s*([^<]*?)\s*</a>', html)


def typed(**changes):
    """What somebody fills into the form of an album."""
    return {
        "title": "Porto in May",
        "made_on": "2025-05-03",
        "kind": "travel",
        "visibility": "private",
        "shared_with": "",
        **changes,
    }


# ------------------------------------------------- who may see and change


def test_a_visitor_sees_public_albums_only():
    mei = user("mei")
    public = album(mei, visibility="public")
    album(mei, visibility="private")
    album(mei, visibility="shared", shared_with=[user("jonas")])
    assert list(visible_to(AnonymousUser())) == [public]


def test_a_shared_album_is_for_its_owner_and_the_people_named():
    mei, jonas, amira = user("mei"), user("jonas"), user("amira")
    shared = album(mei, visibility="shared", shared_with=[jonas])
    assert list(visible_to(mei)) == [shared]
    assert list(visible_to(jonas)) == [shared]
    assert list(visible_to(amira)) == []


def test_a_private_album_is_for_its_owner_whoever_was_named_before():
    mei, jonas = user("mei"), user("jonas")
    private = album(mei, visibility="private", shared_with=[jonas])
    assert list(visible_to(mei)) == [private]
    assert list(visible_to(jonas)) == []
    assert list(visible_to(user("root", is_superuser=True))) == []


def test_each_album_is_there_once():
    mei, jonas = user("mei"), user("jonas")
    named = [jonas, mei, user("amira")]
    first = album(mei, "Ana and Rui", visibility="public", shared_with=named)
    second = album(mei, "Porto", visibility="shared", shared_with=named)
    assert list(visible_to(jonas)) == [first, second]
    assert list(visible_to(mei)) == [first, second]


def test_owners_may_change_their_albums_and_others_may_not():
    mei, jonas = user("mei"), user("jonas")
    for visibility in ("private", "shared", "public"):
        made = album(mei, visibility=visibility, shared_with=[jonas])
        assert may_change(mei, made) is True
        assert may_change(jonas, made) is False
        assert may_change(AnonymousUser(), made) is False


def test_the_team_may_change_public_albums_only():
    mei, tomas = user("mei"), user("tomas", "change_album")
    assert may_change(tomas, album(mei, visibility="public")) is True
    shared = album(mei, visibility="shared", shared_with=[tomas])
    assert may_change(tomas, shared) is False
    assert may_change(tomas, album(mei, visibility="private")) is False


# ------------------------------------------------------------- the pages


def test_the_list_links_to_the_albums_that_the_visitor_may_see():
    mei = user("mei")
    public = album(mei, "Porto in May", visibility="public")
    private = album(mei, "Our attic")
    html = page("/albums/")
    assert (f"/albums/{public.pk}/", "Porto in May") in links(html)
    assert ("mei" in html, "Our attic" in html) == (True, False)
    assert (f"/albums/{private.pk}/", "Our attic") in links(page("/albums/", mei))


def test_the_newest_albums_come_first():
    mei = user("mei")
    album(mei, "Cork", visibility="public", made_on=date(2024, 1, 1))
    album(mei, "Athens", visibility="public", made_on=date(2025, 1, 1))
    html = page("/albums/")
    assert 0 < html.find("Athens") < html.find("Cork")


def test_the_page_of_a_kind_shows_that_kind():
    mei = user("mei")
    album(mei, "Ana and Rui", visibility="public", kind="wedding")
    album(mei, "Porto in May", visibility="public", kind="travel")
    html = page("/albums/kind/wedding/")
    assert missing(html, "Ana and Rui", "Porto in May") == ["Porto in May"]
    assert browser().get("/albums/kind/party/").status_code == 404


def test_twelve_albums_fit_on_a_page():
    mei = user("mei")
    for day in range(1, 14):
        album(mei, f"Day {day}.", visibility="public", kind="travel", made_on=date(2025, 5, day))
    first, second = page("/albums/kind/travel/"), page("/albums/kind/travel/?page=2")
    days = [[text for _, text in links(html) if "Day" in text] for html in (first, second)]
    assert days == [[f"Day {day}." for day in range(13, 1, -1)], ["Day 1."]]
    assert ("?page=0" in first, "?page=2" in first) == (False, True)
    assert ("?page=1" in second, "?page=3" in second) == (True, False)
    assert missing(page("/albums/?page=99"), "Day 1.") == []


def test_a_longer_list_asks_no_more_of_the_database():
    def queries():
        with CaptureQueriesContext(connection) as asked:
            page("/albums/")
        return len(asked)

    album(user("mei"), visibility="public", photos=["Bridge"])
    before = queries()
    for name in ("jonas", "amira", "tomas"):
        album(user(name), visibility="public", photos=["Tram", "Pier"])
    assert queries() == before


def test_the_page_of_an_album_shows_its_photos():
    made = album(user("mei"), visibility="public", photos=["The bridge", "A tram"])
    html = page(f"/albums/{made.pk}/")
    assert missing(html, "Porto in May", "The bridge", "A tram") == []
    assert html.count('src="https://pictures.example/1.jpg"') == 2


def test_an_album_one_may_not_see_is_not_found():
    mei, jonas = user("mei"), user("jonas")
    address = f"/albums/{album(mei).pk}/"
    assert browser(mei).get(address).status_code == 200
    assert browser(jonas).get(address).status_code == 404
    assert browser().get(address).status_code == 404


def test_only_who_may_change_an_album_is_offered_to():
    mei, jonas = user("mei"), user("jonas")
    address = f"/albums/{album(mei, visibility='public').pk}/"
    offers = [f"{address}edit/", f"{address}photos/"]
    assert missing(page(address, mei), *offers) == []
    assert missing(page(address, jonas), *offers) == offers


def test_a_new_album_belongs_to_who_is_logged_in():
    mei, jonas = user("mei"), user("jonas")
    assert missing(page("/albums/new/", mei), "shared_with") == []
    sent = typed(visibility="shared", shared_with="jonas, amira")
    user("amira")
    response = browser(mei).post("/albums/new/", sent)
    made = Album.objects.get()
    assert (response.status_code, response.url) == (302, f"/albums/{made.pk}/")
    assert (made.owner, made.title, made.kind) == (mei, "Porto in May", "travel")
    assert (made.visibility, made.made_on) == ("shared", date(2025, 5, 3))
    assert sorted(one.username for one in made.shared_with.all()) == ["amira", "jonas"]
    assert list(visible_to(jonas)) == [made]


def test_a_wrong_album_is_not_stored_and_the_form_comes_again():
    sent = typed(title="", kind="party", shared_with="nobody")
    html = browser(user("mei")).post("/albums/new/", sent).content.decode()
    assert Album.objects.count() == 0
    assert html.count('class="errorlist') == 3


def test_visitors_are_sent_to_the_login_page():
    public = album(user("mei"), visibility="public")
    for address in ("/albums/new/", f"/albums/{public.pk}/edit/", f"/albums/{public.pk}/photos/"):
        response = browser().post(address, typed())
        assert (response.status_code, response.url) == (302, f"/accounts/login/?next={address}")
    assert missing(page("/accounts/login/"), "Log in") == []


def test_an_album_is_edited_by_who_may_change_it():
    mei, jonas = user("mei"), user("jonas")
    made = album(mei, visibility="public", shared_with=[jonas])
    address = f"/albums/{made.pk}/edit/"
    assert missing(page(address, mei), "jonas") == []
    assert browser(jonas).get(address).status_code == 403
    assert browser(jonas).post(address, typed(title="Mine")).status_code == 403
    response = browser(mei).post(address, typed(title="Porto, again"))
    assert (response.status_code, response.url) == (302, f"/albums/{made.pk}/")
    made.refresh_from_db()
    assert (made.title, made.owner, made.visibility) == ("Porto, again", mei, "private")
    assert browser(jonas).get(address).status_code == 404


def test_an_album_that_the_team_corrects_stays_its_owners():
    mei, ines = user("mei"), user("ines", "change_album")
    made = album(mei, visibility="public")
    sent = typed(title="Porto, again", visibility="public")
    response = browser(ines).post(f"/albums/{made.pk}/edit/", sent)
    assert response.status_code == 302
    made.refresh_from_db()
    assert (made.title, made.owner) == ("Porto, again", mei)


def test_a_photo_is_added_by_who_may_change_the_album():
    mei, jonas = user("mei"), user("jonas")
    made = album(mei, visibility="public")
    address, photo = f"/albums/{made.pk}/photos/", {"url": "https://pictures.example/7.jpg"}
    assert browser(jonas).post(address, photo).status_code == 403
    assert browser(mei).get(address).status_code == 405
    response = browser(mei).post(address, {**photo, "caption": "Tram"})
    assert (response.status_code, response.url) == (302, f"/albums/{made.pk}/")
    assert [(one.url, one.caption) for one in made.photos.all()] == [
        ("https://pictures.example/7.jpg", "Tram")
    ]
    made.visibility = "private"
    made.save()
    assert browser(jonas).post(address, photo).status_code == 404


def test_a_photo_without_a_proper_address_is_not_stored():
    mei = user("mei")
    address = f"/albums/{album(mei).pk}/photos/"
    response = browser(mei).post(address, {"url": "javascript:alert(1)"})
    assert Photo.objects.count() == 0
    assert missing(response.content.decode(), 'class="errorlist') == []
