import pytest
from fastapi.testclient import TestClient
from optional_field import PARCELS, app


@pytest.fixture
def client():
    before = {number: dict(parcel) for number, parcel in PARCELS.items()}
    yield TestClient(app, raise_server_exceptions=False)
    PARCELS.clear()
    PARCELS.update(before)


def changed(client, number, body):
    """The parcel after a change that was accepted, as the next reader sees it."""
    response = client.patch(f"/parcels/{number}", json=body)
    assert response.status_code == 200
    parcel = client.get(f"/parcels/{number}").json()
    assert response.json() == parcel
    return parcel


def test_a_new_weight_leaves_city_and_note_alone(client):
    assert changed(client, 7, {"grams": 900}) == {
        "city": "Porto",
        "grams": 900,
        "note": "ring twice",
    }


def test_a_new_city_leaves_weight_and_note_alone(client):
    assert changed(client, 7, {"city": "Braga"}) == {
        "city": "Braga",
        "grams": 450,
        "note": "ring twice",
    }


def test_a_note_can_be_added(client):
    assert changed(client, 8, {"note": "use the side door"}) == {
        "city": "Faro",
        "grams": 1200,
        "note": "use the side door",
    }


def test_other_parcels_stay_as_they_are(client):
    changed(client, 7, {"city": "Braga", "grams": 900, "note": None})
    assert client.get("/parcels/8").json() == {"city": "Faro", "grams": 1200, "note": None}


def test_one_change_follows_another(client):
    changed(client, 7, {"grams": 900})
    assert changed(client, 7, {"city": "Braga"}) == {
        "city": "Braga",
        "grams": 900,
        "note": "ring twice",
    }


@pytest.mark.parametrize("city", ["vila do Conde", "B" * 40])
def test_a_city_is_stored_as_it_was_sent(client, city):
    assert changed(client, 7, {"city": city})["city"] == city


@pytest.mark.parametrize("note", [" ring  Twice ", "", "twice " * 20])
def test_a_note_is_stored_as_it_was_sent(client, note):
    assert changed(client, 7, {"note": note}) == {"city": "Porto", "grams": 450, "note": note}


def test_null_takes_the_note_away(client):
    assert changed(client, 7, {"note": None}) == {"city": "Porto", "grams": 450, "note": None}


def test_everything_can_change_at_once(client):
    everything = {"city": "Braga", "grams": 30_000, "note": "fragile"}
    assert changed(client, 7, everything) == everything


def test_an_empty_body_changes_nothing(client):
    assert changed(client, 7, {}) == {"city": "Porto", "grams": 450, "note": "ring twice"}


def test_the_lightest_parcel_has_one_gram(client):
    assert changed(client, 7, {"grams": 1})["grams"] == 1


def test_a_city_may_be_one_letter_long(client):
    assert changed(client, 7, {"city": "Y"})["city"] == "Y"


@pytest.mark.parametrize(
    "body",
    [
        {"grams": None},
        {"grams": 0},
        {"grams": 30_001},
        {"grams": 4.5},
        {"city": None},
        {"city": ""},
        {"city": 7},
        {"note": 7},
        {"city": "Braga", "note": None, "grams": None},
        {"grams": 900, "note": None, "city": None},
        {"city": "Braga", "grams": 900, "note": ["fragile"]},
    ],
)
def test_what_breaks_a_rule_changes_nothing(client, body):
    assert client.patch("/parcels/7", json=body).status_code == 422
    assert client.get("/parcels/7").json() == {
        "city": "Porto",
        "grams": 450,
        "note": "ring twice",
    }


def test_a_field_that_no_parcel_has_is_not_stored(client):
    client.patch("/parcels/7", json={"colour": "red", "number": 8})
    assert client.get("/parcels/7").json() == {
        "city": "Porto",
        "grams": 450,
        "note": "ring twice",
    }


def test_the_page_of_an_unknown_parcel_is_not_found(client):
    response = client.get("/parcels/99")
    assert response.status_code == 404
    assert response.json() == {"detail": "no parcel 99"}


def test_an_unknown_parcel_is_not_found(client):
    response = client.patch("/parcels/99", json={"grams": 5})
    assert response.status_code == 404
    assert response.json() == {"detail": "no parcel 99"}
