import pytest
from fastapi.testclient import TestClient
from parcels_api import app, get_path

VELO = {"Authorization": "Bearer velo-key"}


@pytest.fixture
def client(tmp_path):
    app.dependency_overrides[get_path] = lambda: str(tmp_path / "parcels.db")
    yield TestClient(app)
    app.dependency_overrides.clear()


def test_announce_list_and_cancel(client):
    for grams in [1, 9, 30_000, 15_555]:
        body = {"city": "Porto", "grams": grams}
        answer = client.post("/parcels", headers=VELO, json=body)
        assert answer.status_code == 201
        assert answer.json()["cents"] == 490 + grams // 10
    assert [one["number"] for one in client.get("/parcels", headers=VELO).json()] == [1, 2, 3]
    assert client.delete("/parcels/4", headers=VELO).status_code == 204
    assert client.get("/parcels/4", headers=VELO).status_code == 404
