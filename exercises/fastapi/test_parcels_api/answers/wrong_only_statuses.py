import pytest
from fastapi.testclient import TestClient
from parcels_api import app, get_path

VELO = {"Authorization": "Bearer velo-key"}
CHAI = {"Authorization": "Bearer chai-key"}


@pytest.fixture
def client(tmp_path):
    app.dependency_overrides[get_path] = lambda: str(tmp_path / "parcels.db")
    yield TestClient(app)
    app.dependency_overrides.clear()


def test_statuses(client):
    body = {"city": "Porto", "grams": 30_000}
    assert client.post("/parcels", headers=VELO, json=body).status_code == 201
    assert client.post("/parcels", headers=VELO, json={"city": ""}).status_code == 422
    assert client.get("/parcels", headers=VELO).status_code == 200
    assert client.get("/parcels").status_code == 401
    assert client.get("/parcels/1", headers=CHAI).status_code == 404
    assert client.delete("/parcels/1", headers=CHAI).status_code == 404
    assert client.delete("/parcels/1", headers=VELO).status_code == 204
