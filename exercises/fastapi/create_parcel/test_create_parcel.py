import importlib

import create_parcel
import pytest
from fastapi.testclient import TestClient


@pytest.fixture
def client():
    """A client of a service that has just begun and has no parcels."""
    importlib.reload(create_parcel)
    return TestClient(create_parcel.app, raise_server_exceptions=False)


def parcel(**changes):
    """A body that is fine, with some fields changed."""
    return {"city": "Porto", "grams": 450, "skus": ["TEA-01", "MUG-02"], **changes}


def accepted(client, **changes):
    """The answer to a parcel that is accepted."""
    response = client.post("/parcels", json=parcel(**changes))
    assert response.status_code == 200
    return response.json()


def places(response):
    """The fields that an answer with status 422 complains about."""
    assert response.status_code == 422
    return [error["loc"] for error in response.json()["detail"]]


def complains_about(response, *place):
    """Whether nothing but this place is named: all of it, or what it is in."""
    return all(
        one == asked for found in places(response) for one, asked in zip(found, ("body", *place))
    )


def test_answers_with_number_city_pieces_and_price(client):
    assert accepted(client) == {"number": 1, "city": "Porto", "pieces": 2, "cents": 535}


def test_express_costs_twice_as_much(client):
    assert accepted(client, express=True)["cents"] == 1070
    assert accepted(client, express=True, grams=459)["cents"] == 1070
    assert accepted(client, express=True, grams=1)["cents"] == 980


def test_parcels_are_numbered_one_after_the_other(client):
    numbers = [accepted(client)["number"] for _ in range(3)]
    assert numbers == [1, 2, 3]


def test_the_lightest_parcel_has_one_gram(client):
    assert accepted(client, grams=1)["cents"] == 490


def test_only_full_ten_grams_are_charged(client):
    assert accepted(client, grams=455)["cents"] == 535
    assert accepted(client, grams=459)["cents"] == 535
    assert accepted(client, grams=460)["cents"] == 536


def test_the_heaviest_parcel_has_thirty_kilograms(client):
    assert accepted(client, grams=30_000)["cents"] == 3490


@pytest.mark.parametrize("grams", [0, -5, 30_001, 4.5, "heavy", None])
def test_other_weights_are_turned_down(client, grams):
    assert complains_about(client.post("/parcels", json=parcel(grams=grams)), "grams")


def test_a_parcel_may_hold_one_piece(client):
    assert accepted(client, skus=["TEA-01"])["pieces"] == 1


def test_two_pieces_of_one_product_are_two(client):
    assert accepted(client, skus=["MUG-02", "MUG-02"])["pieces"] == 2


def test_a_parcel_may_hold_many_pieces(client):
    assert accepted(client, skus=["TEA-01"] * 200)["pieces"] == 200


@pytest.mark.parametrize("skus", ["TEA-01", None, {"TEA-01": 1}])
def test_skus_are_a_list(client, skus):
    assert complains_about(client.post("/parcels", json=parcel(skus=skus)), "skus")


def test_a_parcel_without_pieces_is_turned_down(client):
    assert complains_about(client.post("/parcels", json=parcel(skus=[])), "skus")


def test_a_sku_that_is_no_text_is_turned_down(client):
    response = client.post("/parcels", json=parcel(skus=["TEA-01", 7]))
    assert complains_about(response, "skus", 1)


def test_spaces_around_the_city_are_left_out(client):
    assert accepted(client, city="  New York ")["city"] == "New York"


def test_the_city_is_stored_without_the_spaces_around_it(client):
    accepted(client, city="  Faro ")
    assert "Faro" in repr(create_parcel.PARCELS)
    assert " Faro" not in repr(create_parcel.PARCELS)


@pytest.mark.parametrize("city", ["São João", "New  York", "'s-Hertogenbosch", "A" * 60])
def test_other_characters_of_a_city_stay(client, city):
    assert accepted(client, city=city)["city"] == city


@pytest.mark.parametrize("city", [7, None, ["Porto"], True])
def test_a_city_is_a_text(client, city):
    assert complains_about(client.post("/parcels", json=parcel(city=city)), "city")


@pytest.mark.parametrize("city", ["", "   "])
def test_a_city_without_a_name_is_turned_down(client, city):
    assert complains_about(client.post("/parcels", json=parcel(city=city)), "city")


def test_a_misspelt_field_is_turned_down(client):
    assert complains_about(client.post("/parcels", json=parcel(expres=True)), "expres")


def test_express_is_true_or_false(client):
    assert accepted(client, express=False)["cents"] == 535
    for express in ("perhaps", None, 2):
        response = client.post("/parcels", json=parcel(express=express))
        assert complains_about(response, "express")


def test_what_was_announced_is_stored(client):
    assert accepted(client, city="porto")["city"] == "porto"
    accepted(client, city="Faro")
    assert ["porto" in repr(stored) for stored in create_parcel.PARCELS] == [True, False]


@pytest.mark.parametrize("express", [True, False])
def test_the_whole_parcel_is_stored_once(client, express):
    accepted(client, grams=459, express=express)
    [stored] = create_parcel.PARCELS
    for part in ("Porto", "459", "TEA-01", "MUG-02", str(express)):
        assert part in repr(stored)


def test_every_missing_field_is_named(client):
    assert places(client.post("/parcels", json={})) == [
        ["body", "city"],
        ["body", "grams"],
        ["body", "skus"],
    ]


def test_what_was_turned_down_is_not_stored(client):
    client.post("/parcels", json=parcel(grams=0))
    assert accepted(client)["number"] == 1
