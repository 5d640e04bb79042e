import pytest

from albums_api import create_app

REFUSED = [([], 400), ("x", 400), ({}, 422), ({"title": " "}, 422), ({"title": ""}, 422), ({"title": 1}, 422)]


@pytest.mark.parametrize(("body", "status"), REFUSED)
def test_refused(tmp_path, body, status):
    client = create_app(tmp_path / "a.db").test_client()
    answer = client.post("/albums", json=body)
    words = "send a JSON object" if status == 400 else "a title is needed"
    assert answer.status_code == status and answer.get_json() == {"error": words}
    assert client.post("/albums", data="x").status_code == 400
    assert client.get("/albums").get_json() == []


def test_a_day(tmp_path):
    client = create_app(tmp_path / "a.db").test_client()
    added = [client.post("/albums", json={"title": title}) for title in ("Z ", " B", "M")]
    assert [one.status_code for one in added] == [201] * 3
    assert [one.get_json()["title"] for one in added] == ["Z", "B", "M"]
    client = create_app(tmp_path / "a.db").test_client()
    assert [one["id"] for one in client.get("/albums").get_json()] == [2, 3, 1]
    assert client.delete("/albums/2").status_code == 204
    gone = client.delete("/albums/2")
    assert (gone.status_code, gone.get_json()) == (404, {"error": "not found"})
    assert [one["title"] for one in client.get("/albums").get_json()] == ["M", "Z"]
