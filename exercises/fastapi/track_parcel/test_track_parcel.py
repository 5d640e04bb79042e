import pytest
from fastapi.testclient import TestClient
from track_parcel import app


@pytest.fixture
def client():
    return TestClient(app, raise_server_exceptions=False)


def body(response):
    """The JSON of an answer with status 200."""
    assert response.status_code == 200
    return response.json()


def test_a_delivered_parcel(client):
    response = client.get("/parcels/7")
    assert response.status_code == 200
    assert response.json() == {"number": 7, "status": "delivered", "events": 3}


def test_a_parcel_that_was_packed(client):
    assert body(client.get("/parcels/8")) == {"number": 8, "status": "packed", "events": 1}


def test_a_parcel_without_events_is_announced(client):
    assert body(client.get("/parcels/9")) == {"number": 9, "status": "announced", "events": 0}


def test_the_history_is_added_when_it_is_wanted(client):
    assert body(client.get("/parcels/7?history=true")) == {
        "number": 7,
        "status": "delivered",
        "events": 3,
        "history": ["packed", "on the road", "delivered"],
    }


def test_the_history_of_a_parcel_without_events_is_empty(client):
    assert body(client.get("/parcels/9?history=yes"))["history"] == []


def test_the_history_can_be_declined(client):
    assert "history" not in body(client.get("/parcels/7?history=no"))


def test_an_unknown_number_is_not_found(client):
    response = client.get("/parcels/99")
    assert response.status_code == 404
    assert response.json() == {"detail": "no parcel 99"}


def test_a_number_that_is_no_number_is_turned_down(client):
    assert client.get("/parcels/seven").status_code == 422


def test_lists_the_numbers_with_a_status_in_ascending_order(client):
    assert body(client.get("/parcels?status=packed")) == [8, 12]


def test_lists_the_announced_parcels(client):
    assert body(client.get("/parcels?status=announced")) == [9]


def test_a_status_that_no_parcel_has_gives_an_empty_list(client):
    assert body(client.get("/parcels?status=lost")) == []
    assert body(client.get("/parcels?status=pack")) == []
    assert body(client.get("/parcels?status=PACKED")) == []


def test_a_list_needs_a_status(client):
    assert client.get("/parcels").status_code == 422
