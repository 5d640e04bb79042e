import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta
from itertools import count
from threading import Thread

import pytest

from parcel_tracker.store import Event, Parcel, ParcelExists, Store, UnknownParcel, utc_now


@pytest.fixture
def path(tmp_path):
    return tmp_path / "parcels.db"


@pytest.fixture
def store(path):
    """An empty store whose clock says 1, 2, 3 ..."""
    ticks = count(1)
    return Store(path, now=lambda: str(next(ticks)))


def test_a_new_parcel_is_announced(store):
    assert store.add("GU7-1", "gull") == Parcel("GU7-1", "gull", "announced")
    assert store.get("GU7-1") == Parcel("GU7-1", "gull", "announced")
    assert store.history("GU7-1") == [Event("GU7-1", "announced", "1")]


def test_a_new_status_becomes_an_event(store):
    store.add("GU7-1", "gull")
    assert store.record("GU7-1", "packed") == Event("GU7-1", "packed", "2")
    assert store.get("GU7-1").status == "packed"


def test_a_status_that_has_not_changed_is_no_event(store):
    store.add("GU7-1", "gull")
    store.record("GU7-1", "packed")
    assert store.record("GU7-1", "packed") is None
    assert [event.status for event in store.history("GU7-1")] == ["announced", "packed"]


def test_the_history_is_of_one_parcel_and_oldest_first(store):
    store.add("GU7-1", "gull")
    store.add("HE-2", "heron")
    for status in ("packed", "on the road", "packed"):
        store.record("GU7-1", status)
    statuses = [event.status for event in store.history("GU7-1")]
    assert statuses == ["announced", "packed", "on the road", "packed"]
    assert len(store.history("HE-2")) == 1


def test_all_parcels_in_the_order_they_were_added(store):
    assert store.parcels() == []
    for number in ("B-2", "C-3", "A-1"):
        store.add(number, "gull")
    store.record("C-3", "packed")
    assert store.parcels() == [
        Parcel("B-2", "gull", "announced"),
        Parcel("C-3", "gull", "packed"),
        Parcel("A-1", "gull", "announced"),
    ]


def test_delivered_and_returned_parcels_are_not_under_way(store):
    for number, status in [("A-1", "delivered"), ("B-2", "in the van"), ("C-3", "returned")]:
        store.add(number, "gull")
        store.record(number, status)
    assert store.under_way() == [Parcel("B-2", "gull", "in the van")]


def test_an_unknown_number_is_refused(store):
    store.add("GU7-1", "gull")
    for ask in (store.get, store.history, lambda number: store.record(number, "packed")):
        with pytest.raises(UnknownParcel):
            ask("GU7-2")


def test_a_number_is_added_once_only(store):
    store.add("GU7-1", "gull")
    store.record("GU7-1", "packed")
    with pytest.raises(ParcelExists):
        store.add("GU7-1", "heron")
    assert store.parcels() == [Parcel("GU7-1", "gull", "packed")]
    assert len(store.history("GU7-1")) == 2


def test_numbers_are_values_and_never_part_of_the_sql(store):
    store.add("O'Neill\"; --", "gull")
    assert store.record("O'Neill\"; --", "packed") == Event("O'Neill\"; --", "packed", "2")


def test_everything_is_there_after_a_restart(store, path):
    store.add("GU7-1", "gull")
    store.record("GU7-1", "packed")
    again = Store(path)
    assert again.parcels() == [Parcel("GU7-1", "gull", "packed")]
    assert again.history("GU7-1") == store.history("GU7-1")
    assert again.record("GU7-1", "packed") is None


def test_a_change_without_its_event_is_not_stored(store, path):
    store.add("GU7-1", "gull")

    def broken_clock():
        raise OSError("no clock")

    broken = Store(path, now=broken_clock)
    for change in (lambda: broken.record("GU7-1", "packed"), lambda: broken.add("HE-2", "heron")):
        with pytest.raises(OSError):
            change()
    assert store.parcels() == [Parcel("GU7-1", "gull", "announced")]


def test_an_event_without_its_change_is_not_stored(store, path):
    store.add("GU7-1", "gull")
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        for (table,) in database.execute(names).fetchall():
            for change in ("INSERT", "UPDATE"):
                stop = f"BEFORE {change} ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'full'); END"
                database.execute(f"CREATE TRIGGER stop {stop}")
                with suppress(sqlite3.Error):
                    store.record("GU7-1", f"{table} {change}")
                database.execute("DROP TRIGGER stop")
                assert store.history("GU7-1")[-1].status == store.get("GU7-1").status


def test_events_of_the_same_second_stay_in_their_order(path):
    store = Store(path, now=lambda: "2026-03-02T09:00:00+00:00")
    store.add("GU7-1", "gull")
    for status in ("packed", "on the road", "in the depot"):
        store.record("GU7-1", status)
    statuses = [event.status for event in store.history("GU7-1")]
    assert statuses == ["announced", "packed", "on the road", "in the depot"]


def test_another_thread_may_use_the_same_store(store):
    store.add("GU7-1", "gull")
    thread = Thread(target=store.record, args=("GU7-1", "packed"))
    thread.start()
    thread.join()
    assert store.get("GU7-1").status == "packed"


def test_without_a_clock_of_its_own_the_time_is_in_utc(path):
    store = Store(path)
    store.add("GU7-1", "gull")
    for time in (store.history("GU7-1")[0].at, utc_now()):
        assert datetime.fromisoformat(time).utcoffset() == timedelta(0)
