import pytest
from data.album_site import album, clean_database, missing, user
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from photo_album_site.models import Album

ALBUMS = "/admin/photo_album_site/album/"


@pytest.fixture(autouse=True)
def database():
    with clean_database():
        yield


def team_member(name="tomas", *permissions):
    rights = permissions or ("view_album", "change_album", "delete_album")
    return user(name, *rights, is_staff=True)


def browser(of):
    client = Client()
    client.force_login(of)
    return client


def page(address, of):
    return browser(of).get(address).content.decode()


def send(member, action, *albums):
    """Tick these albums in the list and choose an action."""
    ticked = {"action": action, "_selected_action": [one.pk for one in albums], "post": "yes"}
    return browser(member).post(ALBUMS, ticked, follow=True).content.decode()


def visibility(made):
    return Album.objects.get(pk=made.pk).visibility


def test_customers_do_not_get_in():
    response = browser(user("mei")).get(ALBUMS)
    assert (response.status_code, response.url) == (302, f"/admin/login/?next={ALBUMS}")


def test_the_list_tells_owner_kind_visibility_and_photos():
    album(user("mei-lin"), kind="wedding", visibility="public", photos=list("abcdefghijk"))
    html = page(ALBUMS, team_member())
    columns = ("owner", "kind", "visibility", "made_on")
    assert missing(html, *(f'class="field-{column}' for column in columns)) == []
    assert missing(html, "Porto in May", "mei-lin", '<td class="field-photo_count">11</td>') == []


def test_private_albums_stay_private_from_the_team():
    mei, boss = user("mei"), user("boss", is_staff=True, is_superuser=True)
    private, public = album(mei, "Attic"), album(mei, "Porto", visibility="public")
    for member in (team_member(), boss):
        html = page(ALBUMS, member)
        assert ("Porto" in html, "Attic" in html) == (True, False)
    assert browser(boss).get(f"{ALBUMS}{public.pk}/change/").status_code == 200
    assert browser(boss).get(f"{ALBUMS}{private.pk}/change/").status_code == 302


def test_the_list_is_filtered_by_kind_and_visibility():
    mei = user("mei")
    album(mei, "Ana and Rui", kind="wedding", visibility="public")
    album(mei, "Porto", kind="travel", visibility="public")
    html = page(f"{ALBUMS}?kind__exact=wedding", team_member())
    assert ("Ana and Rui" in html, "Porto" in html) == (True, False)
    assert missing(html, "kind__exact=travel", "visibility__exact=public") == []


def test_the_search_looks_at_titles_and_owners():
    album(user("mei"), "Porto", visibility="public")
    album(user("jonas"), "Cork", visibility="public")
    member = team_member()
    for word in ("port", "mei"):
        html = page(f"{ALBUMS}?q={word}", member)
        assert ("Porto" in html, "Cork" in html) == (True, False)


def test_a_longer_list_asks_no_more_of_the_database():
    member = team_member()

    def queries():
        with CaptureQueriesContext(connection) as asked:
            page(ALBUMS, member)
        return len(asked)

    album(user("mei"), visibility="public", photos=["Bridge"])
    before = queries()
    for name in ("jonas", "amira"):
        album(user(name), visibility="public", photos=["Tram", "Pier"])
    assert queries() == before


def test_the_form_has_no_drop_down_with_all_users():
    user("somebody-else")
    public = album(user("mei"), visibility="public")
    html = page(f"{ALBUMS}{public.pk}/change/", team_member())
    assert missing(html, 'name="owner"', 'name="shared_with"', "somebody-else") == ["somebody-else"]


def test_the_team_changes_public_albums():
    address = f"{ALBUMS}{album(user('mei'), visibility='public').pk}/"
    member = team_member()
    assert missing(page(f"{address}change/", member), 'name="_save"') == []
    assert browser(member).get(f"{address}delete/").status_code == 200


def test_an_album_one_may_not_change_can_only_be_looked_at():
    member = team_member()
    shared = album(user("mei"), visibility="shared", shared_with=[member])
    html = page(f"{ALBUMS}{shared.pk}/change/", member)
    assert ("Porto in May" in html, 'name="_save"' in html) == (True, False)
    assert browser(member).get(f"{ALBUMS}{shared.pk}/delete/").status_code == 403


def test_who_may_only_look_can_only_look():
    looker = team_member("lena", "view_album")
    own = album(looker, visibility="public")
    save = 'name="_save"'
    assert missing(page(f"{ALBUMS}{own.pk}/change/", looker), save) == [save]
    assert browser(looker).get(f"{ALBUMS}{own.pk}/delete/").status_code == 403
    html = page(ALBUMS, looker)
    assert ("take_down" in html, "delete_selected" in html) == (False, False)


def test_take_down_makes_the_chosen_albums_private():
    mei = user("mei")
    bad, also_bad, good = (album(mei, title, visibility="public") for title in "abc")
    said = send(team_member(), "take_down", bad, also_bad)
    assert [visibility(one) for one in (bad, also_bad, good)] == ["private", "private", "public"]
    assert missing(said, "Made private: 2") == []


def test_take_down_leaves_what_one_may_not_change():
    member, mei = team_member(), user("mei")
    shared = album(mei, visibility="shared", shared_with=[member])
    public, hidden = album(mei, visibility="public"), album(mei, visibility="shared")
    said = send(member, "take_down", shared, public, hidden)
    assert [visibility(one) for one in (shared, public, hidden)] == ["shared", "private", "shared"]
    assert missing(said, "Made private: 1") == []


def test_chosen_albums_are_deleted_together():
    member, mei = team_member(), user("mei")
    shared = album(mei, visibility="shared", shared_with=[member])
    bad, good = album(mei, visibility="public"), album(mei, visibility="public")
    send(member, "delete_selected", bad)
    send(member, "delete_selected", shared)
    assert sorted(one.pk for one in Album.objects.all()) == [shared.pk, good.pk]
