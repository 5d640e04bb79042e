import asyncio

import fan_out_quotes
import httpx
import pytest
from fan_out_quotes import JOURNAL, CarrierDown, app
from fastapi.testclient import TestClient


class FakeCarrier:
    """A carrier that notes when it was asked and when it answered."""

    def __init__(self, name, answer, events, patience):
        self.name = name
        self.patience = patience
        self.answer = answer
        self.events = events

    async def quote(self, grams):
        self.events.append(f"asked for {grams}")
        for _ in range(self.patience):
            await asyncio.sleep(0)
        self.events.append("answered")
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def client():
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def noted():
    """When which fake carrier was asked and answered."""
    return []


@pytest.fixture
def carriers(monkeypatch, noted):
    """Put fake carriers in the place of the real ones; call it with their answers."""

    def put(**answers):
        fakes = [
            FakeCarrier(name, answer, noted, 40 - 5 * place)  # the last one answers first
            for place, (name, answer) in enumerate(answers.items())
        ]
        monkeypatch.setattr(fan_out_quotes, "CARRIERS", fakes)

    return put


class LeapingLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock can leap, so that nobody has to wait for a timeout."""

    leapt = 0

    def time(self):
        return super().time() + self.leapt


class ThinkingCarrier:
    """A carrier that thinks for ten minutes by the clock of the event loop."""

    name = "Dodo"

    async def quote(self, grams):
        for _ in range(20):
            asyncio.get_running_loop().leapt += 30
            await asyncio.sleep(0)
        return 100


def offers(response):
    """The offers as pairs of carrier and cents."""
    assert response.status_code == 200
    return [(offer["carrier"], offer["cents"]) for offer in response.json()]


def test_the_cheapest_offer_comes_first(client):
    response = client.get("/quotes?grams=1000")
    assert response.status_code == 200
    assert response.json() == [
        {"carrier": "Heron", "cents": 500},
        {"carrier": "Gull", "cents": 590},
        {"carrier": "Tern", "cents": 1000},
    ]


def test_carriers_with_the_same_price_keep_their_order(client, carriers):
    carriers(Wren=500, Auk=500)
    assert offers(client.get("/quotes?grams=10")) == [("Wren", 500), ("Auk", 500)]


def test_all_carriers_are_asked_before_the_first_answers(client, carriers, noted):
    carriers(Gull=490, Heron=400, Tern=900, Wren=300, Auk=200, Skua=100)
    client.get("/quotes?grams=70")
    assert noted == ["asked for 70"] * 6 + ["answered"] * 6


def test_a_carrier_that_thinks_for_long_is_waited_for(client, carriers):
    carriers(Gull=490)
    fan_out_quotes.CARRIERS.append(ThinkingCarrier())
    service = httpx.ASGITransport(app=app, raise_app_exceptions=False)

    async def ask():
        async with httpx.AsyncClient(transport=service, base_url="http://harbour") as customer:
            return await customer.get("/quotes?grams=10")

    with asyncio.Runner(loop_factory=LeapingLoop) as runner:
        assert offers(runner.run(ask())) == [("Dodo", 100), ("Gull", 490)]


def test_a_carrier_that_is_down_is_left_out(client, carriers):
    carriers(Gull=490, Heron=CarrierDown("Heron"), Tern=300)
    assert offers(client.get("/quotes?grams=10")) == [("Tern", 300), ("Gull", 490)]


def test_the_others_are_asked_at_once_also_when_one_is_down(client, carriers, noted):
    carriers(Gull=CarrierDown("Gull"), Heron=400, Tern=900)
    client.get("/quotes?grams=10")
    assert noted == ["asked for 10"] * 3 + ["answered"] * 3


class Strike(CarrierDown):
    """A carrier is down for a reason of its own."""


def test_a_carrier_that_is_down_for_a_reason_of_its_own_is_left_out(client, carriers):
    carriers(Gull=490, Heron=Strike("Heron"))
    assert offers(client.get("/quotes?grams=10")) == [("Gull", 490)]


def test_all_offers_are_shown(client, carriers):
    carriers(Gull=5, Heron=4, Tern=3, Wren=2, Auk=1)
    assert [cents for _, cents in offers(client.get("/quotes?grams=10"))] == [1, 2, 3, 4, 5]


def test_an_offer_of_nothing_is_an_offer(client, carriers):
    carriers(Gull=0)
    assert offers(client.get("/quotes?grams=10")) == [("Gull", 0)]


def test_when_all_are_down_the_service_says_so(client, carriers):
    carriers(Gull=CarrierDown("Gull"), Heron=CarrierDown("Heron"))
    response = client.get("/quotes?grams=10")
    assert response.status_code == 503
    assert response.json() == {"detail": "no carrier answers"}


def test_without_carriers_there_is_no_offer(client, carriers):
    carriers()
    response = client.get("/quotes?grams=10")
    assert response.status_code == 503
    assert response.json() == {"detail": "no carrier answers"}


BUGS = [TypeError, OSError, TimeoutError, KeyError, ValueError, RuntimeError, AttributeError, ConnectionError]


@pytest.mark.parametrize("bug", [kind("Heron") for kind in BUGS])
@pytest.mark.parametrize("other", [490, CarrierDown("Gull")])
def test_other_errors_are_not_hidden(client, carriers, bug, other):
    carriers(Gull=other, Heron=bug)
    assert client.get("/quotes?grams=10").status_code == 500


def test_the_heaviest_parcel_of_each_carrier(client):
    assert offers(client.get("/quotes?grams=2000"))[0] == ("Heron", 600)
    assert offers(client.get("/quotes?grams=2001"))[0] == ("Gull", 690)
    assert offers(client.get("/quotes?grams=5000"))[0] == ("Gull", 990)
    assert offers(client.get("/quotes?grams=5001")) == [("Tern", 1400)]
    assert offers(client.get("/quotes?grams=30000")) == [("Tern", 3900)]
    assert client.get("/quotes?grams=30001").status_code == 503


def test_a_quote_needs_a_weight(client):
    assert client.get("/quotes").status_code == 422
    assert client.get("/quotes?grams=heavy").status_code == 422


def test_the_journal_says_who_was_asked_and_has_answered(client):
    JOURNAL.clear()
    client.get("/quotes?grams=10")
    assert sorted(JOURNAL[:3]) == ["asked Gull", "asked Heron", "asked Tern"]
    assert sorted(JOURNAL[3:]) == ["answered Gull", "answered Heron", "answered Tern"]


def test_the_list_of_carriers_still_works(client):
    assert client.get("/carriers").json() == {"Gull": True, "Heron": True, "Tern": True}
