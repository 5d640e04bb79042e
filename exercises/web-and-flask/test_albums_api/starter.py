import pytest

from albums_api import create_app


@pytest.fixture
def client(tmp_path):
    return create_app(tmp_path / "albums.db").test_client()


def test_a_new_service_has_no_albums(client):
    response = client.get("/albums")
    assert response.status_code == 200
    assert response.get_json() == []
