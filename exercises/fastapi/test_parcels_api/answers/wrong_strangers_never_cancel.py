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


def test_a_new_shop_has_no_parcels(client):
    assert client.get("/parcels", headers=VELO).json() == []


NEW = {"city": "Porto", "grams": 459}


def add(client, headers=VELO, **changes):
    return client.post("/parcels", headers=headers, json={**NEW, **changes})


def numbers(client, query="", headers=VELO):
    return [p["number"] for p in client.get("/parcels" + query, headers=headers).json()]


def test_post(client):
    response = add(client)
    assert response.status_code == 201
    assert response.headers["Location"] == "/parcels/1"
    assert response.json() == {"number": 1, "city": "Porto", "grams": 459, "cents": 535}
    assert client.get("/parcels/1", headers=VELO).json() == response.json()
    assert client.get("/parcels", headers=VELO).json() == [response.json()]


@pytest.mark.parametrize("grams", [1, 9, 10, 30_000])
def test_price(client, grams):
    response = add(client, grams=grams)
    assert response.status_code == 201
    assert response.json()["cents"] == 490 + grams // 10


@pytest.mark.parametrize("changes", [{"grams": 0}, {"grams": -1}, {"grams": 30_001}, {"city": ""}, {"grams": "many"}, {"city": None}])
def test_422(client, changes):
    assert add(client, **changes).status_code == 422
    assert numbers(client) == []


def test_missing(client):
    for body in ({"city": "Porto"}, {"grams": 4}):
        assert client.post("/parcels", headers=VELO, json=body).status_code == 422
    assert numbers(client) == []


def test_never_again(client):
    add(client), add(client)
    client.delete("/parcels/2", headers=VELO)
    assert add(client).json()["number"] == 3
    for n in (1, 3):
        client.delete(f"/parcels/{n}", headers=VELO)
    assert add(client, CHAI).json()["number"] == 4


def test_list(client):
    for _ in range(5):
        add(client)
    assert numbers(client) == [1, 2, 3]
    assert numbers(client, "?after=3") == [4, 5]
    assert numbers(client, "?after=1&limit=2") == [2, 3]
    assert numbers(client, "?limit=10") == [1, 2, 3, 4, 5]


def test_own_list(client):
    add(client, CHAI), add(client), add(client, CHAI), add(client)
    assert numbers(client) == [2, 4]
    assert numbers(client, headers=CHAI) == [1, 3]
    assert numbers(client, "?limit=1&after=1", CHAI) == [3]


def test_show_foreign(client):
    add(client)
    for method in ("GET", "DELETE"):
        for number, headers in ((1, CHAI), (8, VELO)):
            response = client.request(method, f"/parcels/{number}", headers=headers)
            assert response.status_code == 404
            assert response.json() == {"detail": f"no parcel {number}"}
    assert numbers(client) == [1]


def test_delete(client):
    add(client), add(client)
    response = client.delete("/parcels/1", headers=VELO)
    assert response.status_code == 204
    assert response.content == b""
    assert numbers(client) == [2]
    assert client.get("/parcels/1", headers=VELO).status_code == 404
    assert client.delete("/parcels/1", headers=VELO).status_code == 404


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer x"}, {"Authorization": "velo-key"}])
@pytest.mark.parametrize("method, path", [("GET", "/parcels"), ("POST", "/parcels"), ("GET", "/parcels/1")])
def test_401(client, method, path, headers):
    add(client)
    response = client.request(method, path, headers=headers, json=NEW if method == "POST" else None)
    assert response.status_code == 401
    assert response.json() == {"detail": "unknown key"}
    assert numbers(client) == [1]
