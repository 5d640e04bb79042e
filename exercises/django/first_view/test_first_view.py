import first_view
import pytest
from django.test import Client, override_settings


@pytest.fixture
def client():
    with override_settings(ROOT_URLCONF=first_view.__name__):
        yield Client()


def test_the_home_page_names_the_site(client):
    response = client.get("/")
    assert response.status_code == 200
    assert response.content == b"Harbour warehouse"


def test_shows_the_stock_of_a_product(client):
    response = client.get("/stock/TEA-01/")
    assert response.status_code == 200
    assert response.json() == {"sku": "TEA-01", "count": 12}


def test_a_product_that_is_sold_out_has_a_count_of_zero(client):
    response = client.get("/stock/CUP-03/")
    assert response.status_code == 200
    assert response.json() == {"sku": "CUP-03", "count": 0}


def test_an_unknown_product_is_not_found(client):
    assert client.get("/stock/TEA-01/").status_code == 200
    assert client.get("/stock/HAT-09/").status_code == 404
    assert client.get("/stock/tea-01/").status_code == 404
    assert client.get("/stock/TEA/").status_code == 404


def test_lists_what_is_low_in_alphabetical_order(client):
    response = client.get("/low/")
    assert response.status_code == 200
    assert response.json() == {"low": ["CUP-03", "MUG-02"]}


def test_below_moves_the_border(client):
    response = client.get("/low/?below=20")
    assert response.status_code == 200
    assert response.json() == {"low": ["CUP-03", "MUG-02", "TEA-01"]}


def test_as_many_as_the_border_is_not_low(client):
    response = client.get("/low/?below=4")
    assert response.status_code == 200
    assert response.json() == {"low": ["CUP-03"]}


def test_the_default_border_is_five(client, monkeypatch):
    monkeypatch.setitem(first_view.STOCK, "HAT-09", 5)
    response = client.get("/low/")
    assert response.status_code == 200
    assert response.json() == {"low": ["CUP-03", "MUG-02"]}


def test_what_came_in_meanwhile_counts(client, monkeypatch):
    monkeypatch.setitem(first_view.STOCK, "MUG-02", 40)
    monkeypatch.setitem(first_view.STOCK, "HAT-09", 3)
    assert client.get("/stock/MUG-02/").json() == {"sku": "MUG-02", "count": 40}
    assert client.get("/low/").json() == {"low": ["CUP-03", "HAT-09"]}


def test_nothing_is_low_with_a_border_of_zero(client):
    response = client.get("/low/?below=0")
    assert response.status_code == 200
    assert response.json() == {"low": []}


def test_the_large_stocks_are_counted_too(client):
    response = client.get("/low/?below=100")
    assert response.status_code == 200
    assert response.json() == {"low": ["BOX-04", "CUP-03", "MUG-02", "PEN-05", "TEA-01"]}
    assert client.get("/stock/PEN-05/").json() == {"sku": "PEN-05", "count": 61}
    assert client.get("/stock/BOX-04/").json() == {"sku": "BOX-04", "count": 20}


def test_a_border_may_be_below_zero(client):
    response = client.get("/low/?below=-1")
    assert response.status_code == 200
    assert response.json() == {"low": []}


def test_a_long_list_is_whole(client, monkeypatch):
    monkeypatch.setattr(first_view, "STOCK", {f"PEN-{number}": 1 for number in range(50, 9, -1)})
    assert client.get("/low/").json() == {"low": [f"PEN-{number}" for number in range(10, 51)]}


@pytest.mark.parametrize("below", ["many", "", "4.5", "--5", "5 or 6", "²"])
def test_a_border_that_is_no_whole_number_is_a_bad_request(client, below):
    assert client.get("/low/").status_code == 200
    assert client.get(f"/low/?below={below}").status_code == 400
