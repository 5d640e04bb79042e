import html
import re

import album_pages
import pytest
from album_pages import Album
from django.db import transaction
from django.test import Client
from django.test.utils import override_script_prefix, override_settings


@pytest.fixture(autouse=True)
def database():
    with override_settings(ALLOWED_HOSTS=["testserver"]), transaction.atomic():
        yield
        transaction.set_rollback(True)


def album(title="Porto", year=2025):
    return Album.objects.create(title=title, year=year)


def text(page):
    """The page as a person reads it, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def shown(path, client=None):
    response = (client or Client()).get(path)
    assert response.status_code == 200
    return response.content.decode()


def links(page):
    return re.findall(r'href="([^"]*)"', page)


def test_the_list_shows_albums_by_title():
    album("Porto")
    album("Bergen")
    album("Kiel")
    page = shown("/albums/")
    assert re.search(r"Bergen.*Kiel.*Porto", text(page))


def test_the_list_shows_long_titles_as_a_whole():
    album("A month by the sea of Portugal")
    assert "A month by the sea of Portugal" in text(shown("/albums/"))


def test_each_title_leads_to_its_album():
    albums = [album("Porto"), album("Bergen")]
    page = shown("/albums/")
    for one in albums:
        link = re.search(rf'<a[^>]*href="/albums/{one.pk}/"[^>]*>(.*?)</a>', page, re.DOTALL)
        assert link and one.title in text(link[1])
    assert "/albums/new/" in links(page)


def test_the_links_move_along_when_the_site_moves():
    first = album("Porto")
    with override_script_prefix("/shop/"):
        found = links(shown("/albums/"))
    assert f"/shop/albums/{first.pk}/" in found
    assert "/shop/albums/new/" in found
    with override_script_prefix("/shop/"):
        assert 'action="/albums/' not in shown("/albums/new/")
        response = Client().post("/albums/new/", {"title": "Faro", "year": "2025"})
    assert response.headers["Location"] == "/shop/albums/"


def test_an_empty_list_says_so():
    page = shown("/albums/")
    assert "No albums yet." in text(page)
    assert "/albums/new/" in links(page)
    album()
    assert "No albums yet." not in text(shown("/albums/"))


def test_an_album_has_a_page_with_its_title_and_year():
    album("Bergen", 2021)
    page = shown(f"/albums/{album('Porto', 2025).pk}/")
    assert "<title>Porto</title>" in page
    assert re.search(r"<main>.*Porto.*2025.*</main>", page, re.DOTALL)


def test_an_album_that_is_not_there_is_not_found():
    assert Client().get("/albums/99/").status_code == 404


def test_what_customers_wrote_is_escaped():
    number = album("<b>Porto</b>").pk
    for path in ("/albums/", f"/albums/{number}/"):
        page = shown(path)
        assert "<b>" not in page
        assert "&lt;b&gt;Porto" in page


def test_every_page_is_in_the_frame():
    number = album().pk
    for path in ("/albums/", f"/albums/{number}/", "/albums/new/"):
        page = shown(path)
        assert page.startswith("<!doctype html>")
        assert page.count("<main>") == 1
        assert page.rstrip().endswith(">")
    for name in ("list.html", "detail.html", "new.html"):
        assert "extends" in album_pages.PAGES[name]
        assert "<!doctype" not in album_pages.PAGES[name]


def form_on_the_page(browser=None):
    """What the opening tag of the form says, and what is in the form."""
    form = re.search(r"<form\b([^>]*)>(.*?)</form>", shown("/albums/new/", browser), re.DOTALL)
    assert form, "no form on the page"
    return form.groups()


def test_the_form_is_posted_to_its_own_page():
    opening, _ = form_on_the_page()
    assert re.search(r"method=[\"']?post\b", opening, re.IGNORECASE)
    action = re.search(r"action=[\"']([^\"']*)", opening)
    assert action is None or action[1] in ("", ".", "/albums/new/")


def test_the_form_has_a_button_that_sends_it():
    _, inside = form_on_the_page()
    buttons = re.findall(r"<button\b[^>]*>|<input\b[^>]*type=[\"']?(?:submit|image)\b[^>]*>", inside)
    assert [one for one in buttons if not re.search(r"type=[\"']?(button|reset)\b", one)]


def test_the_form_can_be_sent_as_it_is_on_the_page():
    browser = Client(enforce_csrf_checks=True)
    _, inside = form_on_the_page(browser)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]*)"', inside)
    assert token, "no CSRF token in the form"
    fields = {"title": "Porto", "year": "2025", "csrfmiddlewaretoken": token[1]}
    assert browser.post("/albums/new/", fields).status_code == 302


def test_a_form_without_its_token_is_refused():
    fields = {"title": "Porto", "year": "2025"}
    assert Client(enforce_csrf_checks=True).post("/albums/new/", fields).status_code == 403
    assert Album.objects.count() == 0


def test_looking_at_the_form_saves_nothing():
    shown("/albums/new/?title=Porto&year=2025")
    assert Album.objects.count() == 0


def test_a_new_album_is_saved_and_leads_to_the_list():
    response = Client().post("/albums/new/", {"title": "Porto", "year": "2025"})
    assert (response.status_code, response.headers["Location"]) == (302, "/albums/")
    assert [(one.title, one.year) for one in Album.objects.all()] == [("Porto", 2025)]


def test_the_next_page_says_so_once():
    browser = Client()
    browser.post("/albums/new/", {"title": "R&B and fado", "year": "2025"})
    page = shown("/albums/", browser)
    assert text(page).count("R&B and fado is there.") == 1
    assert re.search(r"R&amp;B and fado is there\.\s*<", page)
    assert "is there." not in text(shown("/albums/", browser))


def test_two_new_albums_are_both_announced():
    browser = Client()
    for title in ("Porto", "Faro"):
        browser.post("/albums/new/", {"title": title, "year": "2025"})
    page = text(shown("/albums/", browser))
    assert "Porto is there." in page
    assert "Faro is there." in page


def test_two_albums_may_have_one_title():
    for year in ("2024", "2025", "2025"):
        Client().post("/albums/new/", {"title": "Porto", "year": year})
    assert sorted(one.year for one in Album.objects.all()) == [2024, 2025, 2025]


@pytest.mark.parametrize("page", ["detail", "new"])
def test_the_next_page_may_be_another_one(page):
    browser = Client()
    browser.post("/albums/new/", {"title": "Faro", "year": "2025"})
    path = "/albums/new/" if page == "new" else f"/albums/{Album.objects.get().pk}/"
    assert "Faro is there." in text(shown(path, browser))


@pytest.mark.parametrize("fields", [{"title": "", "year": "2025"}, {"title": "Porto", "year": "x"}])
def test_a_wrong_form_comes_back_with_its_errors(fields):
    response = Client().post("/albums/new/", fields)
    page = response.content.decode()
    assert response.status_code in (200, 422)
    assert "errorlist" in page
    for typed in filter(None, fields.values()):
        assert f'value="{typed}"' in page
    assert "is there." not in text(page)
    assert Album.objects.count() == 0


def test_an_empty_form_is_a_wrong_one():
    response = Client().post("/albums/new/", {})
    assert text(response.content.decode()).count("This field is required.") == 2
    assert Album.objects.count() == 0


def test_the_first_visit_shows_no_errors():
    assert "errorlist" not in shown("/albums/new/")


def test_a_long_title_is_refused():
    Client().post("/albums/new/", {"title": "P" * 31, "year": "2025"})
    assert Album.objects.count() == 0
    Client().post("/albums/new/", {"title": "P" * 30, "year": "2025"})
    assert Album.objects.count() == 1


def test_a_message_is_escaped():
    browser = Client()
    browser.post("/albums/new/", {"title": "<i>Porto</i>", "year": "2025"})
    assert "<i>" not in shown("/albums/", browser)


def test_the_list_shows_all_albums():
    titles = [f"Album-{number:02}" for number in range(60)]
    Album.objects.bulk_create(Album(title=title, year=2025) for title in titles)
    assert re.findall(r"Album-\d\d", text(shown("/albums/"))) == titles
