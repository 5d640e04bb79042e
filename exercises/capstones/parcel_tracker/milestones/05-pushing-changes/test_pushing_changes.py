import asyncio
import sys
from types import SimpleNamespace

import pytest
from data.stand_ins import StandIn, open_page, run, until
from fastapi import FastAPI, WebSocket
from fastapi.testclient import TestClient

from parcel_tracker.__main__ import main
from parcel_tracker.api import create_app
from parcel_tracker.desk import CarrierDesk
from parcel_tracker.push import TOO_SLOW, Hub, push_changes
from parcel_tracker.store import Event, Store


def changes(count):
    """So many events of one parcel."""
    return [Event("GU-1", f"stop {stop}", "2026-03-02T09:00:00+00:00") for stop in range(count)]


def app_of(hub):
    """An app that does nothing but push the hub's changes."""
    app = FastAPI()

    @app.websocket("/changes")
    async def listen(websocket: WebSocket):
        await push_changes(websocket, hub)

    return app


def statuses(page):
    return [change["status"] for change in page.got]


async def publish(hub, events):
    """Publish the events one by one; after each, let everything run that can run."""
    for event in events:
        hub.publish(event)
        for _ in range(30):
            await asyncio.sleep(0)


def test_every_listener_gets_every_change_in_order():
    hub = Hub()
    first, second = changes(2)
    with hub.listening() as one, hub.listening() as other:
        assert len(hub) == 2
        hub.publish(first)
        hub.publish(second)
        assert [one.get_nowait(), one.get_nowait()] == [first, second]
        assert [other.get_nowait(), other.get_nowait()] == [first, second]


def test_a_listener_is_forgotten_after_its_block():
    hub = Hub()
    with hub.listening():
        pass
    with pytest.raises(ValueError), hub.listening():
        raise ValueError
    assert len(hub) == 0


def test_a_listener_without_room_is_dropped_and_the_others_are_not():
    hub = Hub(room=3)
    events = changes(4)
    with hub.listening() as slow, hub.listening() as quick:
        for event in events[:3]:
            hub.publish(event)
        assert len(hub) == 2
        assert [quick.get_nowait() for _ in range(3)] == events[:3]
        hub.publish(events[3])
        assert len(hub) == 1
        assert slow.get_nowait() is TOO_SLOW and slow.empty()
        assert quick.get_nowait() == events[3]


def test_a_hundred_changes_may_wait_when_nothing_else_is_said():
    hub = Hub()
    with hub.listening():
        for event in changes(100):
            hub.publish(event)
        assert len(hub) == 1
        hub.publish(changes(1)[0])
        assert len(hub) == 0


def test_pages_are_sent_each_change():
    async def story():
        hub = Hub()
        pages = [await open_page(app_of(hub)) for _ in range(3)]
        await publish(hub, changes(2))
        await until(lambda: all(len(page.got) == 2 for page in pages))
        return pages

    at = "2026-03-02T09:00:00+00:00"
    for page in run(story()):
        assert page.got == [
            {"number": "GU-1", "status": "stop 0", "at": at},
            {"number": "GU-1", "status": "stop 1", "at": at},
        ]


def test_a_page_misses_nothing_from_the_moment_it_is_accepted():
    async def story():
        hub = Hub()
        page = await open_page(app_of(hub), when_accepted=lambda: hub.publish(changes(1)[0]))
        await until(lambda: page.got)
        return statuses(page)

    assert run(story()) == ["stop 0"]


def test_a_page_that_takes_nothing_in_holds_up_no_other():
    async def story():
        hub = Hub(room=5)
        slow, quick = await open_page(app_of(hub)), await open_page(app_of(hub))
        slow.fast.clear()
        await publish(hub, changes(20))
        await until(lambda: len(quick.got) == 20)
        assert slow.got == []
        assert len(hub) == 1
        slow.fast.set()
        await slow.connection
        return slow

    slow = run(story())
    assert statuses(slow) == ["stop 0"]
    assert slow.closed_with == 1013


def test_a_page_that_is_slow_for_a_moment_gets_everything():
    async def story():
        hub = Hub(room=5)
        page = await open_page(app_of(hub))
        page.fast.clear()
        await publish(hub, changes(5))
        page.fast.set()
        await until(lambda: len(page.got) == 5)
        return page

    page = run(story())
    assert statuses(page) == [f"stop {stop}" for stop in range(5)]
    assert page.closed_with is None


def test_a_page_that_leaves_is_forgotten():
    async def story():
        hub = Hub()
        leaving, staying = await open_page(app_of(hub)), await open_page(app_of(hub))
        leaving.leave()
        await leaving.connection
        assert len(hub) == 1
        await publish(hub, changes(1))
        await until(lambda: staying.got)
        assert leaving.got == []
        staying.leave()
        await staying.connection
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run(story())


def test_a_page_that_leaves_in_the_middle_of_a_change_is_forgotten():
    async def story():
        hub = Hub()
        page = await open_page(app_of(hub))
        page.fast.clear()
        await publish(hub, changes(2))
        page.leave()
        await page.connection
        assert len(hub) == 0

    run(story())


def test_a_connection_that_breaks_while_sending_is_forgotten():
    async def story():
        hub = Hub()
        page = await open_page(app_of(hub))
        page.gone = True
        await publish(hub, changes(2))
        await until(page.connection.done)
        assert page.connection.exception() is None
        assert len(hub) == 0

    run(story())


def test_what_a_page_sends_is_ignored():
    async def story():
        hub = Hub()
        page = await open_page(app_of(hub))
        page.say("hello")
        page.say(b"anything new?")
        await publish(hub, changes(2))
        await until(lambda: len(page.got) == 2)

    run(story())


def test_what_a_carrier_says_reaches_the_pages(tmp_path):
    store = Store(tmp_path / "parcels.db")
    store.add("GU-1", "gull")
    gull = StandIn(silent=True)
    app = create_app(store, CarrierDesk({"gull": gull}), every=0.001)

    async def story():
        async with app.router.lifespan_context(app):
            pages = [await open_page(app), await open_page(app)]
            gull.speak()
            await until(lambda: all(page.got for page in pages))
            gull.answers = {"GU-1": "delivered"}
            await until(lambda: all(len(page.got) == 2 for page in pages))
            for page in pages:
                page.leave()
                await page.connection
            return [statuses(page) for page in pages]

    assert run(story()) == [["on the road", "delivered"]] * 2


def test_the_program_hands_the_app_to_a_server(tmp_path, monkeypatch):
    started = {}
    server = SimpleNamespace(run=lambda app, port: started.update({port: app}))
    monkeypatch.setitem(sys.modules, "uvicorn", server)
    monkeypatch.chdir(tmp_path)
    assert main([]) == 0
    assert main(["--database", "other.db", "--port", "8080", "--every", "1"]) == 0
    assert list(started) == [8000, 8080]
    for carrier in ("gull", "heron", "tern"):
        new = {"number": f"{carrier.upper()}-1", "carrier": carrier}
        assert TestClient(started[8080]).post("/parcels", json=new).status_code == 201
    assert Store("parcels.db").parcels() == []
    assert len(Store("other.db").parcels()) == 3


def test_without_a_server_the_program_says_how_to_get_one(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main([]) == 1
    said = capsys.readouterr().err
    assert said.strip().endswith('python -m pip install "uvicorn[standard]"')
