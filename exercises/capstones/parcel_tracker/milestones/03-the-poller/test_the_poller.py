import asyncio
import sqlite3

import pytest
from data.stand_ins import StandIn, run, until

from parcel_tracker.carriers import CarrierError
from parcel_tracker.desk import CarrierDesk
from parcel_tracker.poller import Poller
from parcel_tracker.store import Store


@pytest.fixture
def store(tmp_path):
    """A store with one parcel at the gull and one at the heron."""
    store = Store(tmp_path / "parcels.db")
    store.add("GU-1", "gull")
    store.add("HE-1", "heron")
    return store


class Pauses:
    """A sleep that takes no time and notes the seconds; after so many it cancels the sleeper."""

    def __init__(self, last, before_each=None):
        self.seconds = []
        self._last = last
        self._before_each = before_each

    async def __call__(self, seconds):
        self.seconds.append(seconds)
        if self._before_each:
            self._before_each()
        if len(self.seconds) == self._last:
            raise asyncio.CancelledError
        await asyncio.sleep(0)


def poller_of(store, carriers, told, **more):
    return Poller(store, CarrierDesk(carriers), told.append, **more)


def test_a_change_is_recorded_and_told(store):
    told = []
    run(
        poller_of(
            store, {"gull": StandIn({"GU-1": "packed"}), "heron": StandIn()}, told
        ).poll_once()
    )
    assert sorted((event.number, event.status) for event in told) == [
        ("GU-1", "packed"),
        ("HE-1", "on the road"),
    ]
    assert store.get("GU-1").status == "packed"
    assert [event for event in told if event.number == "GU-1"] == store.history("GU-1")[1:]


def test_the_same_answer_again_is_no_news(store):
    told = []

    async def story():
        poller = poller_of(store, {"gull": StandIn(), "heron": StandIn()}, told)
        await poller.poll_once()
        await poller.poll_once()

    run(story())
    assert len(told) == 2
    assert len(store.history("GU-1")) == 2


def test_parcels_that_have_arrived_are_not_asked_about(store):
    gull, heron = StandIn(), StandIn({"HE-1": "delivered"})
    store.record("GU-1", "returned")

    async def story():
        poller = poller_of(store, {"gull": gull, "heron": heron}, [])
        await poller.poll_once()
        await poller.poll_once()

    run(story())
    assert gull.asked == []
    assert heron.asked == ["HE-1"]


def test_a_change_is_told_while_another_carrier_is_silent(store):
    told, heron = [], StandIn(silent=True)

    async def story():
        poller = poller_of(store, {"gull": StandIn(), "heron": heron}, told)
        polling = asyncio.create_task(poller.poll_once())
        await until(lambda: told)
        assert [event.number for event in told] == ["GU-1"]
        assert heron.open == 1 and not polling.done()
        heron.speak()
        await polling

    run(story())
    assert [event.number for event in told] == ["GU-1", "HE-1"]


def test_a_carrier_that_fails_stops_nobody_and_is_a_problem(store):
    told = []
    carriers = {"gull": StandIn(), "heron": StandIn({"HE-1": CarrierError("down")})}

    async def story():
        poller = poller_of(store, carriers, told)
        assert poller.problems == {}
        await poller.poll_once()
        return poller.problems

    problems = run(story())
    assert [event.number for event in told] == ["GU-1"]
    assert list(problems) == ["HE-1"] and "down" in problems["HE-1"]
    assert store.get("HE-1").status == "announced"


def test_a_problem_is_gone_after_a_good_answer(store):
    heron = StandIn({"HE-1": CarrierError("down")})

    async def story():
        poller = poller_of(store, {"gull": StandIn(), "heron": heron}, [])
        await poller.poll_once()
        heron.answers = {}
        await poller.poll_once()
        return poller.problems

    assert run(story()) == {}


def test_a_problem_is_there_until_the_next_good_answer(store):
    heron = StandIn({"HE-1": CarrierError("down")})

    async def story():
        poller = poller_of(store, {"gull": StandIn(), "heron": heron}, [])
        await poller.poll_once()
        asking, heron.answers = len(heron.asked), {}
        heron.silence()
        polling = asyncio.create_task(poller.poll_once())
        await until(lambda: len(heron.asked) > asking)
        assert list(poller.problems) == ["HE-1"]
        heron.speak()
        await polling
        return poller.problems

    assert run(story()) == {}


def test_it_polls_again_and_again_with_a_pause_in_between(store):
    gull, heron = StandIn(), StandIn()
    pauses = Pauses(last=3)
    poller = poller_of(store, {"gull": gull, "heron": heron}, [], every=7.5, sleep=pauses)
    with pytest.raises(asyncio.CancelledError):
        run(poller.run())
    assert pauses.seconds == [7.5, 7.5, 7.5]
    assert gull.asked == ["GU-1"] * 3


def test_half_a_minute_between_two_rounds_when_nothing_else_is_said(store):
    pauses = Pauses(last=1)
    poller = poller_of(store, {"gull": StandIn(), "heron": StandIn()}, [], sleep=pauses)
    with pytest.raises(asyncio.CancelledError):
        run(poller.run())
    assert pauses.seconds == [30.0]


def test_a_parcel_that_was_added_meanwhile_is_asked_about_in_the_next_round(store):
    gull = StandIn()
    pauses = Pauses(2, lambda: store.add(f"GU-{len(pauses.seconds) + 1}", "gull"))
    poller = poller_of(store, {"gull": gull, "heron": StandIn()}, [], sleep=pauses)
    with pytest.raises(asyncio.CancelledError):
        run(poller.run())
    assert gull.asked[0] == "GU-1"
    assert sorted(gull.asked[1:]) == ["GU-1", "GU-2"]


def test_a_round_that_fails_is_logged_and_the_next_one_comes(store, monkeypatch, caplog):
    failures = [sqlite3.OperationalError("database is locked")]

    def locked_at_first(method):
        def call():
            if failures:
                raise failures.pop()
            return method()

        return call

    for name in ("parcels", "under_way"):
        monkeypatch.setattr(store, name, locked_at_first(getattr(store, name)))
    told, told_at = [], []
    pauses = Pauses(2, lambda: told_at.append(len(told)))
    poller = poller_of(store, {"gull": StandIn(), "heron": StandIn()}, told, sleep=pauses)
    with pytest.raises(asyncio.CancelledError):
        run(poller.run())
    assert told_at == [0, 2], "There is a pause after each round, also after one that failed."
    assert "database is locked" in caplog.text


def test_no_question_stays_open_when_it_is_cancelled(store):
    told, gull, heron = [], StandIn(), StandIn(silent=True)

    async def story():
        polling = asyncio.create_task(poller_of(store, {"gull": gull, "heron": heron}, told).run())
        await until(lambda: told)
        polling.cancel()
        await asyncio.wait([polling])
        assert polling.cancelled()
        assert heron.open == 0
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run(story())
    assert store.get("GU-1").status == "on the road"
    assert store.get("HE-1").status == "announced"
