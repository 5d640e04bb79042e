import asyncio
import threading

import blocking_endpoint
import httpx
import pytest
from blocking_endpoint import app
from fastapi.testclient import TestClient


class SlowPrinter:
    """A printer that is done when it is told so (or after a second, so that no test hangs)."""

    def __init__(self):
        self.log = []
        self.started = threading.Event()
        self.may_finish = threading.Event()

    def print_label(self, text):
        self.log.append("printing")
        self.started.set()
        self.may_finish.wait(1)
        self.log.append("printed")
        return text


class LeapingLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock can leap, so that nobody has to wait for a timeout."""

    leapt = 0

    def time(self):
        return super().time() + self.leapt


@pytest.fixture
def client():
    return TestClient(app, raise_server_exceptions=False)


async def print_and_track(printer):
    """Ask for a label; while the printer is busy, track a parcel."""
    service = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    client = httpx.AsyncClient(transport=service, base_url="http://harbour")
    label = asyncio.create_task(client.post("/labels/7"))
    while not printer.started.is_set() and not label.done():
        await asyncio.sleep(0)
    tracked = await client.get("/parcels/8")
    printer.log.append("tracked")
    printer.may_finish.set()
    labelled = await label
    await client.aclose()
    return labelled, tracked


async def print_for_an_hour(printer):
    """Ask for a label; the clock of the event loop goes on while it is printed."""
    service = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=service, base_url="http://harbour") as client:
        label = asyncio.create_task(client.post("/labels/7"))
        while not printer.started.is_set() and not label.done():
            await asyncio.sleep(0)
        for _ in range(300):
            asyncio.get_running_loop().leapt += 12
            await asyncio.sleep(0)
        printer.may_finish.set()
        return await label


async def print_twice(printer):
    """Ask for the same label two times at once."""
    service = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=service, base_url="http://harbour") as client:
        labels = [asyncio.create_task(client.post("/labels/7")) for _ in range(2)]
        while not printer.started.is_set():
            await asyncio.sleep(0)
        for _ in range(20):
            await asyncio.sleep(0.001)
        printer.may_finish.set()
        return await asyncio.gather(*labels)


def test_parcels_are_tracked_while_a_label_is_printed(monkeypatch):
    printer = SlowPrinter()
    monkeypatch.setattr(blocking_endpoint, "PRINTER", printer)
    labelled, tracked = asyncio.run(print_and_track(printer))
    assert printer.log == ["printing", "tracked", "printed"]
    assert tracked.json() == {"city": "Faro"}
    assert labelled.json() == {"label": "Porto GULL-7"}


def test_a_label_is_printed_however_long_it_takes(monkeypatch):
    printer = SlowPrinter()
    monkeypatch.setattr(blocking_endpoint, "PRINTER", printer)
    with asyncio.Runner(loop_factory=LeapingLoop) as runner:
        labelled = runner.run(print_for_an_hour(printer))
    assert labelled.status_code == 201
    assert labelled.json() == {"label": "Porto GULL-7"}


def test_two_requests_at_once_print_two_labels(monkeypatch):
    printer = SlowPrinter()
    monkeypatch.setattr(blocking_endpoint, "PRINTER", printer)
    labelled = asyncio.run(print_twice(printer))
    assert [label.json() for label in labelled] == [{"label": "Porto GULL-7"}] * 2
    assert printer.log.count("printing") == 2


def test_the_code_on_a_label_comes_from_the_carrier(client, monkeypatch):
    async def other_carrier(number):
        return f"TERN-{number}"

    monkeypatch.setattr(blocking_endpoint, "carrier_code", other_carrier)
    assert client.post("/labels/7").json() == {"label": "printed: Porto TERN-7"}


def test_a_label_is_printed(client):
    response = client.post("/labels/7")
    assert response.status_code == 201
    assert response.json() == {"label": "printed: Porto GULL-7"}


def test_a_label_that_is_not_printed_is_an_error(client, monkeypatch):
    tried = []

    class BrokenPrinter:
        def print_label(self, text):
            tried.append(text)
            raise RuntimeError("out of paper")

    monkeypatch.setattr(blocking_endpoint, "PRINTER", BrokenPrinter())
    assert client.post("/labels/7").status_code == 500
    assert tried == ["Porto GULL-7"]


def test_each_parcel_has_its_own_label(client):
    assert client.post("/labels/8").json() == {"label": "printed: Faro GULL-8"}


def test_an_unknown_parcel_has_no_label(client):
    response = client.post("/labels/9")
    assert response.status_code == 404
    assert response.json() == {"detail": "no parcel 9"}


def test_nothing_is_printed_for_an_unknown_parcel(client, monkeypatch):
    printer = SlowPrinter()
    printer.may_finish.set()
    monkeypatch.setattr(blocking_endpoint, "PRINTER", printer)
    assert client.post("/labels/9").status_code == 404
    assert printer.log == []


def test_a_parcel_is_tracked(client):
    response = client.get("/parcels/7")
    assert response.status_code == 200
    assert response.json() == {"city": "Porto"}


def test_an_unknown_parcel_is_not_found(client):
    assert client.get("/parcels/9").status_code == 404
