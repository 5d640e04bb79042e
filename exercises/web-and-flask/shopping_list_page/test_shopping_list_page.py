import pytest
from shopping_list_page import make_app


@pytest.fixture
def client():
    return make_app().test_client()


def test_an_empty_list_has_no_items(client):
    response = client.get("/list")
    assert response.status_code == 200
    assert response.text == "<ul></ul>"


def test_an_item_that_was_added_is_on_the_page(client):
    client.post("/list", data={"item": "milk"})
    assert client.get("/list").text == "<ul><li>milk</li></ul>"


def test_items_keep_their_order(client):
    client.post("/list", data={"item": "tea"})
    client.post("/list", data={"item": "milk"})
    assert client.get("/list").text == "<ul><li>tea</li><li>milk</li></ul>"


def test_adding_sends_the_browser_to_the_list(client):
    response = client.post("/list", data={"item": "milk"})
    assert response.status_code == 302
    assert response.headers["Location"] == "/list"


def test_spaces_around_an_item_are_left_out(client):
    client.post("/list", data={"item": "  oat milk "})
    assert client.get("/list").text == "<ul><li>oat milk</li></ul>"


@pytest.mark.parametrize("fields", [{"item": ""}, {"item": "   "}, {}])
def test_an_empty_item_is_refused(client, fields):
    response = client.post("/list", data=fields)
    assert response.status_code == 400
    assert response.text == "Please write an item."
    assert client.get("/list").text == "<ul></ul>"


def test_signs_of_html_are_shown_as_they_are(client):
    client.post("/list", data={"item": "<b>tea</b>"})
    assert client.get("/list").text == "<ul><li>&lt;b&gt;tea&lt;/b&gt;</li></ul>"


def test_each_app_has_a_list_of_its_own(client):
    client.post("/list", data={"item": "milk"})
    assert make_app().test_client().get("/list").text == "<ul></ul>"
