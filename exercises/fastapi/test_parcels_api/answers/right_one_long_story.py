import pytest
from fastapi.testclient import TestClient

import parcels_api

KEYS = {"velo": "velo-key", "chai": "chai-key"}


class Shop:
    def __init__(self, client, key):
        self.client = client
        self.headers = {"Authorization": f"Bearer {key}"}

    def ask(self, method, path="", **options):
        return self.client.request(method, f"/parcels{path}", headers=self.headers, **options)

    def announce(self, city="Porto", grams=450):
        return self.ask("POST", json={"city": city, "grams": grams})

    def numbers(self, query=""):
        return [one["number"] for one in self.ask("GET", query).json()]


@pytest.fixture
def shops(tmp_path):
    path = str(tmp_path / "test.db")
    parcels_api.app.dependency_overrides[parcels_api.get_path] = lambda: path
    client = TestClient(parcels_api.app)
    yield Shop(client, "velo-key"), Shop(client, "chai-key"), Shop(client, "nobody")
    parcels_api.app.dependency_overrides.clear()


def test_announcing(shops):
    velo, _, _ = shops
    for number, grams in enumerate([1, 9, 10, 455, 10_001, 15_555, 20_009, 30_000], start=1):
        answer = velo.announce("Faro", grams)
        assert answer.status_code == 201
        assert answer.headers["location"] == f"/parcels/{number}"
        expected = {"number": number, "city": "Faro", "grams": grams, "cents": 490 + grams // 10}
        assert answer.json() == velo.ask("GET", f"/{number}").json() == expected
    assert velo.announce(grams=0).status_code == velo.announce(grams=30_001).status_code == 422
    assert velo.announce(city="").status_code == 422
    for body in ({"city": "Faro"}, {"grams": 5}):
        assert velo.ask("POST", json=body).status_code == 422
    assert velo.numbers("?limit=99") == list(range(1, 9))


def test_pages(shops):
    velo, chai, _ = shops
    for _ in range(5):
        velo.announce()
        chai.announce()
    assert velo.numbers() == [1, 3, 5]
    assert velo.numbers("?after=5") == [7, 9]
    assert chai.numbers("?after=2&limit=1") == [4]


def test_shops_do_not_meet(shops):
    velo, chai, nobody = shops
    velo.announce()
    velo.announce()
    chai.announce()
    assert chai.ask("GET", "/1").status_code == chai.ask("DELETE", "/1").status_code == 404
    assert chai.ask("GET", "/1").json() == {"detail": "no parcel 1"}
    assert velo.ask("DELETE", "/2").status_code == 204
    assert velo.ask("GET", "/2").status_code == 404
    assert velo.numbers() == [1]
    assert chai.numbers() == [3]
    assert chai.ask("DELETE", "/3").status_code == 204
    assert velo.announce().json()["number"] == 4
    for method, path in [("GET", ""), ("POST", ""), ("GET", "/1"), ("DELETE", "/1")]:
        assert nobody.ask(method, path).status_code == 401
        no_key = nobody.client.request(method, f"/parcels{path}")
        assert (no_key.status_code, no_key.json()) == (401, {"detail": "unknown key"})
