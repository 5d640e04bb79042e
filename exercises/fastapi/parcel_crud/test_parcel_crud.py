import pytest
from fastapi.testclient import TestClient
from parcel_crud import PARCELS, app


@pytest.fixture
def client():
    PARCELS.clear()
    return TestClient(app, raise_server_exceptions=False)


def announce(client, city="Porto", phone="912 555 010"):
    """Announce a parcel and return its number."""
    response = client.post("/parcels", json={"city": city, "phone": phone})
    assert response.status_code == 201
    return response.json()["number"]


def test_announcing_answers_with_the_new_parcel(client):
    response = client.post("/parcels", json={"city": "Porto", "phone": "912 555 010"})
    assert response.status_code == 201
    number = response.json()["number"]
    assert response.json() == {"number": number, "city": "Porto", "status": "announced"}
    assert "912 555 010" not in str(response.headers)


def test_location_says_where_the_new_parcel_is(client):
    response = client.post("/parcels", json={"city": "Porto", "phone": "912 555 010"})
    assert response.status_code == 201
    assert response.headers.get("location") == f"/parcels/{response.json()['number']}"
    assert client.get(response.headers["location"]).json() == response.json()


def test_the_phone_number_is_stored_for_the_driver(client):
    number = announce(client, phone="912 555 010")
    assert PARCELS[number]["phone"] == "912 555 010"


@pytest.mark.parametrize("city", ["vila do Conde", " São João ", "B" * 40])
def test_a_parcel_is_stored_with_its_number_city_phone_and_status(client, city):
    number = announce(client, city, phone=" 912 ")
    stored = {"number": number, "city": city, "phone": " 912 ", "status": "announced"}
    assert dict(PARCELS[number]) == stored


def test_two_equal_parcels_are_two(client):
    assert announce(client) != announce(client)
    assert len(client.get("/parcels").json()) == 2


def test_a_parcel_without_a_phone_number_is_turned_down(client):
    assert client.post("/parcels", json={"city": "Porto"}).status_code == 422
    assert client.post("/parcels", json={"city": "Porto", "phone": ""}).status_code == 422


def test_a_parcel_without_a_city_is_turned_down(client):
    assert client.post("/parcels", json={"city": "", "phone": "1"}).status_code == 422


def test_city_and_phone_may_be_one_character_long(client):
    number = announce(client, city="Y", phone="1")
    assert client.get(f"/parcels/{number}").json()["city"] == "Y"


def test_all_parcels_are_listed_oldest_first(client):
    first = announce(client, "Porto")
    second = announce(client, "Faro")
    response = client.get("/parcels")
    assert response.status_code == 200
    assert response.json() == [
        {"number": first, "city": "Porto", "status": "announced"},
        {"number": second, "city": "Faro", "status": "announced"},
    ]


def test_the_list_has_all_parcels_however_many(client):
    numbers = [announce(client) for _ in range(120)]
    assert [parcel["number"] for parcel in client.get("/parcels").json()] == numbers


def test_a_parcel_on_the_road_keeps_its_place_in_the_list(client):
    first, second = announce(client, "Porto"), announce(client, "Faro")
    client.post(f"/parcels/{first}/pickup")
    assert client.get("/parcels").json() == [
        {"number": first, "city": "Porto", "status": "on the road"},
        {"number": second, "city": "Faro", "status": "announced"},
    ]


def test_without_parcels_the_list_is_empty(client):
    assert client.get("/parcels").json() == []


def test_a_parcel_can_be_corrected(client):
    number = announce(client, "Porto")
    body = {"city": "Braga", "phone": "912 555 020"}
    response = client.put(f"/parcels/{number}", json=body)
    assert response.status_code == 200
    assert response.json() == {"number": number, "city": "Braga", "status": "announced"}
    assert client.get(f"/parcels/{number}").json() == response.json()
    assert PARCELS[number]["phone"] == "912 555 020"


def test_a_corrected_parcel_keeps_its_place_in_the_list(client):
    first, second = announce(client, "Porto"), announce(client, "Faro")
    client.put(f"/parcels/{first}", json={"city": "Braga", "phone": "1"})
    assert [parcel["number"] for parcel in client.get("/parcels").json()] == [first, second]


@pytest.mark.parametrize("body", [{"city": "Braga"}, {"phone": "1"}, {"city": "Braga", "phone": ""}])
def test_a_correction_needs_city_and_phone(client, body):
    number = announce(client, "Porto", phone="912 555 010")
    assert client.put(f"/parcels/{number}", json=body).status_code == 422
    assert (PARCELS[number]["city"], PARCELS[number]["phone"]) == ("Porto", "912 555 010")


def test_pickup_puts_a_parcel_on_the_road(client):
    number = announce(client)
    response = client.post(f"/parcels/{number}/pickup")
    assert response.status_code == 200
    assert response.json() == {"number": number, "city": "Porto", "status": "on the road"}
    assert client.get(f"/parcels/{number}").json()["status"] == "on the road"


def test_a_cancelled_parcel_is_gone_and_the_answer_is_empty(client):
    number, other = announce(client), announce(client, "Faro")
    response = client.delete(f"/parcels/{number}")
    assert response.status_code == 204
    assert response.content == b""
    assert [parcel["number"] for parcel in client.get("/parcels").json()] == [other]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("PUT", ""), ("DELETE", ""), ("POST", "/pickup")],
)
def test_a_cancelled_parcel_is_not_found(client, method, path):
    number = announce(client)
    client.delete(f"/parcels/{number}")
    body = {"city": "Braga", "phone": "1"} if method == "PUT" else None
    response = client.request(method, f"/parcels/{number}{path}", json=body)
    assert response.status_code == 404
    assert response.json() == {"detail": f"no parcel {number}"}
    assert client.get("/parcels").json() == []


def test_the_number_of_a_cancelled_parcel_is_not_used_again(client):
    number = announce(client)
    assert client.delete(f"/parcels/{number}").status_code == 204
    assert announce(client) != number


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("PUT", ""), ("DELETE", ""), ("POST", "/pickup")],
)
def test_an_unknown_number_is_not_found(client, method, path):
    body = {"city": "Braga", "phone": "1"} if method == "PUT" else None
    response = client.request(method, f"/parcels/999999{path}", json=body)
    assert response.status_code == 404
    assert response.json() == {"detail": "no parcel 999999"}


@pytest.mark.parametrize(("method", "path"), [("PUT", ""), ("DELETE", ""), ("POST", "/pickup")])
def test_a_parcel_on_the_road_does_not_change(client, method, path):
    number = announce(client)
    client.post(f"/parcels/{number}/pickup")
    body = {"city": "Braga", "phone": "1"} if method == "PUT" else None
    response = client.request(method, f"/parcels/{number}{path}", json=body)
    assert response.status_code == 409
    assert response.json() == {"detail": f"parcel {number} is on the road"}
    assert PARCELS[number]["phone"] == "912 555 010"
    assert "912 555 010" not in str(response.headers)
    parcel = client.get(f"/parcels/{number}").json()
    assert parcel == {"number": number, "city": "Porto", "status": "on the road"}
