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
