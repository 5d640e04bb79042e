import html
import re

import pytest
from shopping_list_page import make_app


@pytest.fixture
def client():
    return make_app().test_client()


def items(client):
    """The items on the page, as a person reads them."""
    response = client.get("/list")
    assert response.status_code == 200
    page = re.fullmatch(r"\s*<ul>(.*)</ul>\s*", response.text, re.DOTALL)
    assert page, f"no list from <ul> to </ul>: {response.text}"
    found = re.findall(r"<li>\s*([^<]*?)\s*</li>", page[1])
    assert len(found) == page[1].count("<li")
    return [html.unescape(item) for item in found]


def test_an_empty_list_has_no_items(client):
    assert items(client) == []


def test_an_item_that_was_added_is_on_the_page(client):
    client.post("/list", data={"item": "milk"})
    assert items(client) == ["milk"]


def test_items_keep_their_order(client):
    client.post("/list", data={"item": "tea"})
    client.post("/list", data={"item": "milk"})
    assert items(client) == ["tea", "milk"]


def test_adding_sends_the_browser_to_the_list(client):
    response = client.post("/list", data={"item": "milk"})
    assert response.status_code in (302, 303)
    assert response.headers["Location"] == "/list"


def test_spaces_around_an_item_are_left_out(client):
    client.post("/list", data={"item": "  oat milk "})
    assert items(client) == ["oat milk"]


@pytest.mark.parametrize("fields", [{"item": ""}, {"item": "   "}, {"item": "\n \t"}, {}])
def test_an_empty_item_is_refused(client, fields):
    response = client.post("/list", data=fields)
    assert response.status_code == 400
    assert response.text == "Please write an item."
    assert items(client) == []


def test_an_item_is_kept_as_it_was_written(client):
    item = "Oat milk,  2 x 1 L, for the Birthday Cake of Amira"
    client.post("/list", data={"item": item})
    assert items(client) == [item]


def test_signs_of_html_are_shown_as_they_are(client):
    client.post("/list", data={"item": "<b>tea</b>"})
    assert items(client) == ["<b>tea</b>"]
    assert "<b>" not in client.get("/list").text


def test_each_app_has_a_list_of_its_own(client):
    client.post("/list", data={"item": "milk"})
    assert items(make_app().test_client()) == []
    assert items(client) == ["milk"]


def test_what_is_added_twice_is_there_twice(client):
    for item in ("milk", "tea", "milk"):
        client.post("/list", data={"item": item})
    assert items(client) == ["milk", "tea", "milk"]


def test_an_item_is_no_template(client):
    client.post("/list", data={"item": "{{ 7 * 7 }}"})
    client.post("/list", data={"item": "{% if %}"})
    assert items(client) == ["{{ 7 * 7 }}", "{% if %}"]


def test_what_stands_in_the_url_is_no_field_of_the_form(client):
    assert client.post("/list?item=milk").status_code == 400
    assert items(client) == []


@pytest.mark.parametrize("item", ["0", "2", "açúcar", 'a "big" cup', "tea &amp; cake", "M&Ms", "Erik's cake"])
def test_any_text_can_be_an_item(client, item):
    assert client.post("/list", data={"item": item}).status_code in (302, 303)
    assert items(client) == [item]


def test_an_item_is_on_the_page_without_the_spaces_around_it(client):
    client.post("/list", data={"item": "  oat milk "})
    assert re.search(r"  oat|milk ", client.get("/list").text) is None


def test_a_refused_item_leaves_the_others_alone(client):
    client.post("/list", data={"item": "milk"})
    client.post("/list", data={"item": " "})
    assert items(client) == ["milk"]


def test_a_list_may_be_long(client):
    wanted = [f"item {number}" for number in range(60)]
    for item in wanted:
        client.post("/list", data={"item": item})
    assert items(client) == wanted
