import pytest
from fastapi.testclient import TestClient

from parcels_api import app, get_path

VELO = {"Authorization": "Bearer velo-key"}
CHAI = {"Authorization": "Bearer chai-key"}


@pytest.fixture
def client(tmp_path):
    app.dependency_overrides[get_path] = lambda: str(tmp_path / "parcels.db")
    yield TestClient(app, raise_server_exceptions=False)
    app.dependency_overrides.clear()


def announce(client, headers=VELO, city="Porto", grams=450):
    """Announce a parcel and return its number."""
    response = client.post("/parcels", headers=headers, json={"city": city, "grams": grams})
    assert response.status_code == 201
    return response.json()["number"]


def numbers(client, headers=VELO, query=""):
    """The numbers in a shop's list."""
    response = client.get(f"/parcels{query}", headers=headers)
    assert response.status_code == 200
    return [parcel["number"] for parcel in response.json()]


def test_a_new_shop_has_no_parcels(client):
    assert numbers(client) == []


def test_a_new_parcel_is_given_back_and_can_be_read(client):
    response = client.post("/parcels", headers=VELO, json={"city": "Porto", "grams": 459})
    assert response.status_code == 201
    assert response.json() == {"number": 1, "city": "Porto", "grams": 459, "cents": 535}
    assert response.headers["location"] == "/parcels/1"
    assert client.get("/parcels/1", headers=VELO).json() == response.json()
    assert client.get("/parcels", headers=VELO).json() == [response.json()]


@pytest.mark.parametrize("body", [{"grams": 0}, {"grams": 30_001}, {"city": ""}, {"city": None}])
def test_a_parcel_that_makes_no_sense_is_turned_down(client, body):
    body = {"city": "Porto", "grams": 450, **body}
    assert client.post("/parcels", headers=VELO, json=body).status_code == 422
    assert numbers(client) == []


@pytest.mark.parametrize("body", [{"city": "Porto"}, {"grams": 450}])
def test_a_parcel_needs_both_a_city_and_a_weight(client, body):
    assert client.post("/parcels", headers=VELO, json=body).status_code == 422
    assert numbers(client) == []


def test_the_limits_themselves_are_fine(client):
    assert announce(client, grams=1, city="Y") == 1
    assert announce(client, grams=30_000) == 2


def test_each_full_ten_grams_cost_a_cent(client):
    for grams in [1, 9, 10, 999, 1_000, 5_001, 12_345, 20_000, 29_999, 30_000]:
        number = announce(client, grams=grams)
        parcel = client.get(f"/parcels/{number}", headers=VELO).json()
        assert parcel["cents"] == 490 + grams // 10


def test_a_shop_sees_only_its_own_parcels(client):
    first = announce(client, VELO)
    second = announce(client, CHAI)
    assert numbers(client, VELO) == [first]
    assert numbers(client, CHAI) == [second]
    response = client.get(f"/parcels/{second}", headers=VELO)
    assert response.status_code == 404
    assert response.json() == {"detail": f"no parcel {second}"}


def test_a_shop_cannot_cancel_the_parcels_of_another(client):
    number = announce(client, CHAI)
    assert client.delete(f"/parcels/{number}", headers=VELO).status_code == 404
    assert numbers(client, CHAI) == [number]


def test_cancelling_takes_away_one_parcel(client):
    first, second, third = announce(client), announce(client), announce(client, CHAI)
    response = client.delete(f"/parcels/{first}", headers=VELO)
    assert response.status_code == 204
    assert response.content == b""
    assert numbers(client) == [second]
    assert numbers(client, CHAI) == [third]
    assert client.get(f"/parcels/{first}", headers=VELO).status_code == 404
    assert client.delete(f"/parcels/{first}", headers=VELO).status_code == 404


def test_the_number_of_a_cancelled_parcel_is_not_used_again(client):
    number = announce(client)
    client.delete(f"/parcels/{number}", headers=VELO)
    assert announce(client) == number + 1


def test_the_list_comes_in_pages(client):
    for _ in range(5):
        announce(client)
    assert numbers(client) == [1, 2, 3]
    assert numbers(client, query="?after=3") == [4, 5]
    assert numbers(client, query="?after=1&limit=2") == [2, 3]


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer guess"}])
def test_nobody_gets_in_without_a_key(client, headers):
    announce(client)
    for path, operations in app.openapi()["paths"].items():
        for method in operations:
            url = path.replace("{number}", "1")
            response = client.request(method, url, headers=headers)
            assert response.status_code == 401
            assert response.json() == {"detail": "unknown key"}
    assert numbers(client) == [1]
