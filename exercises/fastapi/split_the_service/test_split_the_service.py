import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from split_the_service import Database, create_app


@pytest.fixture
def client():
    with TestClient(create_app()) as client:
        yield client


def numbers(response):
    """The ids in an answer."""
    assert response.status_code == 200
    return [row["id"] for row in response.json()]


def test_the_first_page_of_parcels(client):
    assert client.get("/parcels").json() == [{"id": 7, "city": "Porto"}, {"id": 8, "city": "Lyon"}]


def test_the_second_page_of_parcels(client):
    assert client.get("/parcels?page=2").json() == [{"id": 9, "city": "Oslo"}]


def test_all_promotions(client):
    assert client.get("/promotions").json() == [
        {"id": 3, "code": "SPRING"},
        {"id": 4, "code": "MUGS"},
    ]


@pytest.mark.parametrize("path", ["/parcels", "/promotions"])
def test_a_page_behind_the_last_is_empty(client, path):
    assert numbers(client.get(path + "?page=3")) == []


@pytest.mark.parametrize("page", [0, -1])
@pytest.mark.parametrize("path", ["/parcels", "/promotions"])
def test_there_is_no_page_zero_and_none_below(client, path, page):
    response = client.get(f"{path}?page={page}")
    assert (response.status_code, response.json()) == (400, {"detail": "pages begin at 1"})


@pytest.mark.parametrize("path", ["/parcels", "/promotions"])
def test_a_page_is_a_number(client, path):
    assert client.get(path + "?page=last").status_code == 422


@pytest.mark.parametrize("path", ["/parcels/last", "/promotions/last"])
def test_what_is_shown_is_asked_for_by_its_number(client, path):
    assert client.get(path).status_code == 422


@pytest.mark.parametrize("path", ["/parcels", "/promotions"])
def test_a_list_answers_at_once_and_not_at_another_path(client, path):
    assert client.get(path, follow_redirects=False).status_code == 200


def test_one_parcel(client):
    assert client.get("/parcels/8").json() == {"id": 8, "city": "Lyon"}


def test_one_promotion(client):
    assert client.get("/promotions/4").json() == {"id": 4, "code": "MUGS"}


@pytest.mark.parametrize("path", ["/parcels/3", "/promotions/7"])
def test_what_is_not_there_is_not_found(client, path):
    response = client.get(path)
    assert (response.status_code, response.json()) == (404, {"detail": "not found"})


def test_a_path_that_nobody_has_is_not_found(client):
    assert client.get("/orders").status_code == 404


def test_the_id_of_a_request_comes_back(client):
    named = client.get("/parcels/8", headers={"X-Request-Id": "r-17"})
    assert named.headers["X-Request-Id"] == "r-17"
    assert client.get("/orders").headers["X-Request-Id"] == "none"


def test_a_connection_is_held_only_while_the_service_runs():
    before = list(Database.connections)
    app = create_app("other.db")
    assert Database.connections == before
    with TestClient(app) as client:
        [made] = [one for one in Database.connections if one not in before]
        assert made.url == "other.db"
        client.get("/parcels")
        client.get("/promotions/3")
        assert len(Database.connections) == len(before) + 1
    assert Database.connections == before


def test_each_service_keeps_its_address():
    first, second = create_app("first.db"), create_app("second.db")
    for app, url in ((second, "second.db"), (first, "first.db")):
        with TestClient(app):
            assert [one.url for one in Database.connections][-1] == url


@pytest.mark.parametrize("path", ["/parcels", "/parcels/7", "/promotions", "/promotions/3"])
def test_rows_come_through_the_connection(client, monkeypatch, path):
    asked = []
    rows = Database.rows
    monkeypatch.setattr(Database, "rows", lambda shop, table: asked.append(table) or rows(shop, table))
    assert client.get(path).status_code == 200
    assert asked == [path.split("/")[1]]


def test_each_service_has_a_connection_of_its_own(client):
    before = list(Database.connections)
    with TestClient(create_app()) as other:
        assert numbers(other.get("/parcels")) == [7, 8]
        [made] = [one for one in Database.connections if one not in before]
        assert made.url == "shop.db"
    assert numbers(client.get("/parcels")) == [7, 8]


def test_the_two_teams_share_no_router_and_leave_no_route_outside(monkeypatch):
    included = []
    include = FastAPI.include_router

    def noting(app, router, *args, prefix="", **more):
        included.append({(prefix + route.path).split("/")[1] for route in router.routes})
        return include(app, router, *args, prefix=prefix, **more)

    monkeypatch.setattr(FastAPI, "include_router", noting)
    create_app()
    assert sorted(map(sorted, included)) in ([], [["parcels"], ["promotions"]])
