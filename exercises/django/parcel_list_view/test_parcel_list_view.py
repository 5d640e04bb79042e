import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_script_prefix, override_settings
from django.urls import path, resolve, reverse
from parcel_list_view import Parcel


@pytest.fixture(autouse=True)
def clean_database():
    """Undo after each test what it wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def client():
    return Client()


def add_parcels(*codes, status="sent"):
    for code in codes:
        Parcel.objects.create(code=code, status=status)


def codes(response):
    return [parcel["code"] for parcel in response.json()["parcels"]]


def test_shows_one_parcel(client):
    add_parcels("P-1", status="sent")
    add_parcels("P-2", status="packed")
    response = client.get("/parcels/P-2/")
    assert response.status_code == 200
    assert response.json() == {"code": "P-2", "status": "packed"}


def test_an_unknown_parcel_is_not_found(client):
    add_parcels("P-1")
    assert client.get("/parcels/P-1/").status_code == 200
    assert client.get("/parcels/P-2/").status_code == 404


def test_lists_parcels_with_their_links(client):
    add_parcels("P-1", "P-2")
    assert client.get("/parcels/").json() == {
        "parcels": [
            {"code": "P-1", "url": "/parcels/P-1/"},
            {"code": "P-2", "url": "/parcels/P-2/"},
        ],
        "page": 1,
        "pages": 1,
        "next": None,
    }


def test_parcels_come_by_code(client):
    add_parcels("P-3", "P-1", "P-2")
    assert codes(client.get("/parcels/")) == ["P-1", "P-2", "P-3"]


def test_five_parcels_fit_on_one_page(client):
    add_parcels("P-1", "P-2", "P-3", "P-4", "P-5")
    data = client.get("/parcels/").json()
    assert len(data["parcels"]) == 5
    assert (data["pages"], data["next"]) == (1, None)


def test_the_sixth_parcel_is_on_the_second_page(client):
    add_parcels("P-1", "P-2", "P-3", "P-4", "P-5", "P-6")
    assert codes(client.get("/parcels/")) == [
        "P-1",
        "P-2",
        "P-3",
        "P-4",
        "P-5",
    ]
    response = client.get("/parcels/?page=2")
    assert codes(response) == ["P-6"]
    assert (response.json()["page"], response.json()["pages"]) == (2, 2)


def test_next_leads_to_the_following_page(client):
    add_parcels("P-1", "P-2", "P-3", "P-4", "P-5", "P-6")
    following = client.get("/parcels/").json()["next"]
    assert following == "/parcels/?page=2"
    assert codes(client.get(following)) == ["P-6"]


def test_the_pages_together_have_each_parcel_once_by_code(client):
    add_parcels("P-8", "P-3", "P-6", "P-2", "P-9", "P-1")
    add_parcels("P-7", "P-5", "P-4", "P-0", "P-A", status="delivered")
    seen, place = [], "/parcels/"
    while place and len(seen) < 20:
        response = client.get(place)
        seen.append(codes(response))
        place = response.json()["next"]
    assert [len(page) for page in seen] == [5, 5, 1]
    assert "".join(code for page in seen for code in page) == "P-0P-1P-2P-3P-4P-5P-6P-7P-8P-9P-A"


@pytest.mark.parametrize("number", ["0", "-1", "99999999999999999999"])
def test_a_number_of_no_page_crashes_nothing(client, number):
    add_parcels("P-1")
    assert codes(client.get(f"/parcels/?page={number}")) == ["P-1"]


def test_the_last_page_has_no_next(client):
    add_parcels("P-1", "P-2", "P-3", "P-4", "P-5", "P-6")
    assert client.get("/parcels/?page=2").json()["next"] is None


def test_too_large_a_page_number_gives_the_last_page(client):
    add_parcels("P-1", "P-2", "P-3", "P-4", "P-5", "P-6")
    response = client.get("/parcels/?page=99")
    assert response.status_code == 200
    assert codes(response) == ["P-6"]
    assert response.json()["page"] == 2


def test_a_page_that_is_no_number_gives_the_first_page(client):
    add_parcels("P-1", "P-2", "P-3", "P-4", "P-5", "P-6")
    response = client.get("/parcels/?page=last")
    assert response.status_code == 200
    assert response.json()["page"] == 1


def test_without_parcels_there_is_one_empty_page(client):
    assert client.get("/parcels/").json() == {
        "parcels": [],
        "page": 1,
        "pages": 1,
        "next": None,
    }


def test_only_the_page_leaves_the_database(client):
    add_parcels(*[f"P-{number}" for number in range(20)])
    with CaptureQueriesContext(connection) as seen:
        assert len(codes(client.get("/parcels/?page=2"))) == 5
    queries = [query["sql"].upper() for query in seen]
    assert all("LIMIT" in query or "COUNT(" in query for query in queries)


def test_the_paths_have_names():
    assert reverse("parcel-list") == "/parcels/"
    assert reverse("parcel", args=["P-1"]) == "/parcels/P-1/"


def test_the_links_move_along_when_the_site_moves(client):
    add_parcels("P-1", "P-2", "P-3", "P-4", "P-5", "P-6")
    with override_script_prefix("/shop/"):
        data = client.get("/parcels/").json()
    assert data["parcels"][0]["url"] == "/shop/parcels/P-1/"
    assert data["next"] == "/shop/parcels/?page=2"


def test_a_link_follows_the_path_of_its_own_name(client):
    add_parcels("P-1")
    listed, one = resolve("/parcels/"), resolve("/parcels/P-1/")
    moved = (
        path("all/", listed.func, name="parcel-list"),
        path(f"one/<{next(iter(one.kwargs))}>/", one.func, name="parcel"),
    )
    with override_settings(ROOT_URLCONF=moved):
        assert client.get("/all/").json()["parcels"] == [{"code": "P-1", "url": "/one/P-1/"}]


def test_a_code_is_compared_as_it_is(client):
    add_parcels("P-6")
    assert client.get("/parcels/P-6/").status_code == 200
    assert client.get("/parcels/p-6/").status_code == 404
