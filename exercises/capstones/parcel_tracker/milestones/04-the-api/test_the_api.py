import asyncio

import httpx
import pytest
from data.stand_ins import StandIn, run, until
from fastapi.testclient import TestClient

from parcel_tracker.api import create_app
from parcel_tracker.carriers import CarrierError
from parcel_tracker.desk import CarrierDesk
from parcel_tracker.store import Store


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "parcels.db", now=lambda: "2026-03-02T09:00:00+00:00")


@pytest.fixture
def client(store):
    """Sends requests to the service, while nothing is being polled."""
    return TestClient(create_app(store, CarrierDesk({"gull": StandIn(), "heron": StandIn()})))


async def get(app, path):
    """What the service answers, in the same event loop as the poller."""
    service = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=service, base_url="http://harbour") as client:
        return (await client.get(path)).json()


def test_a_parcel_is_added(client, store):
    response = client.post("/parcels", json={"number": "GU7-1", "carrier": "gull"})
    assert response.status_code == 201
    assert response.json() == {"number": "GU7-1", "carrier": "gull", "status": "announced"}
    assert response.headers["location"] == "/parcels/GU7-1"
    assert store.get("GU7-1").carrier == "gull"


def test_a_parcel_is_added_once_only(client, store):
    store.add("GU7-1", "heron")
    response = client.post("/parcels", json={"number": "GU7-1", "carrier": "gull"})
    assert response.status_code == 409
    assert store.get("GU7-1").carrier == "heron"


def test_numbers_that_are_taken(client):
    for number in ("GU7", "7-7", "A" * 30):
        response = client.post("/parcels", json={"number": number, "carrier": "gull"})
        assert response.status_code == 201, number


def test_numbers_that_are_refused(client, store):
    for number in ("G7", "A" * 31, "gu7-1", "GU 7", "GU/7", "", None, 777):
        response = client.post("/parcels", json={"number": number, "carrier": "gull"})
        assert response.status_code == 422, number
    assert store.parcels() == []


def test_a_carrier_that_nobody_knows_and_a_field_too_many_are_refused(client, store):
    unknown = client.post("/parcels", json={"number": "GU7-1", "carrier": "owl"})
    too_many = {"number": "GU7-1", "carrier": "gull", "status": "delivered"}
    assert unknown.status_code == 422
    assert client.post("/parcels", json=too_many).status_code == 422
    assert store.parcels() == []


def test_all_parcels_are_listed_in_their_order(client, store):
    assert client.get("/parcels").json() == []
    for number in ("HE-2", "GU-1"):
        store.add(number, "gull")
    store.record("GU-1", "packed")
    assert client.get("/parcels").json() == [
        {"number": "HE-2", "carrier": "gull", "status": "announced"},
        {"number": "GU-1", "carrier": "gull", "status": "packed"},
    ]


def test_one_parcel_has_its_history(client, store):
    store.add("GU7-1", "gull")
    store.record("GU7-1", "packed")
    response = client.get("/parcels/GU7-1")
    assert response.status_code == 200
    at = "2026-03-02T09:00:00+00:00"
    assert response.json() == {
        "number": "GU7-1",
        "carrier": "gull",
        "status": "packed",
        "problem": None,
        "history": [
            {"number": "GU7-1", "status": "announced", "at": at},
            {"number": "GU7-1", "status": "packed", "at": at},
        ],
    }


def test_an_unknown_parcel_is_not_found(client, store):
    store.add("GU7-1", "gull")
    assert client.get("/parcels/GU7-2").status_code == 404


def test_the_page_is_there(client):
    response = client.get("/")
    assert response.headers["content-type"].startswith("text/html")
    assert "<h1>Parcels</h1>" in response.text


def test_the_poller_runs_as_long_as_the_app(store):
    store.add("GU-1", "gull")
    store.add("HE-1", "heron")
    heron = StandIn(silent=True)
    app = create_app(store, CarrierDesk({"gull": StandIn(), "heron": heron}))

    async def story():
        assert heron.asked == []
        async with app.router.lifespan_context(app):
            await until(lambda: store.get("GU-1").status == "on the road")
            await until(lambda: heron.open == 1)
            assert (await get(app, "/parcels/GU-1"))["status"] == "on the road"
        assert heron.open == 0
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run(story())


def test_the_app_polls_as_often_as_it_is_told_to(store):
    store.add("GU-1", "gull")
    gull = StandIn()
    app = create_app(store, CarrierDesk({"gull": gull}), every=0.001)

    async def story():
        async with app.router.lifespan_context(app):
            await until(lambda: len(gull.asked) == 3)

    run(story())


def test_a_problem_with_the_carrier_is_shown(store):
    store.add("GU-1", "gull")
    gull = StandIn({"GU-1": CarrierError("closed on Sundays")})
    app = create_app(store, CarrierDesk({"gull": gull}))

    async def story():
        async with app.router.lifespan_context(app):
            while (shown := await get(app, "/parcels/GU-1"))["problem"] is None:
                pass
            return shown

    shown = run(story())
    assert "closed on Sundays" in shown["problem"]
    assert shown["status"] == "announced"
