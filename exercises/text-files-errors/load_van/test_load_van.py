from contextlib import contextmanager

import pytest
from load_van import load_van


@contextmanager
def door_to(van, diary):
    """A door that notes in the diary when it opens and closes."""
    diary.append("open")
    try:
        yield van
    finally:
        diary.append("closed")


def carry(parcel, van):
    """Put a parcel into the van, unless it is too heavy or broken."""
    if parcel == "piano":
        raise ValueError("too heavy")
    if parcel == "broken":
        raise RuntimeError("the parcel fell apart")
    van.append(parcel)


def test_returns_how_many_parcels_are_in_the_van():
    assert load_van(door_to([], []), ["P-7", "P-8", "P-9"], carry) == 3


def test_the_parcels_are_in_the_van_in_their_order():
    van = []
    load_van(door_to(van, []), ["P-7", "P-8"], carry)
    assert van == ["P-7", "P-8"]


def test_parcels_that_were_there_before_count_too():
    assert load_van(door_to(["P-1", "P-2"], []), ["P-7"], carry) == 3


def test_the_door_opens_once_and_is_closed_at_the_end():
    diary = []
    load_van(door_to([], diary), ["P-7", "P-8"], carry)
    assert diary == ["open", "closed"]


def test_parcels_are_carried_while_the_door_is_open():
    diary = []
    load_van(door_to([], diary), ["P-7"], lambda parcel, van: diary.append(parcel))
    assert diary == ["open", "P-7", "closed"]


def test_without_parcels_the_door_stays_closed():
    diary = []
    assert load_van(door_to(["P-1"], diary), [], carry) == 0
    assert diary == []


def test_a_heavy_parcel_stays_and_the_next_one_is_carried():
    van = []
    assert load_van(door_to(van, []), ["P-7", "piano", "P-8"], carry) == 2
    assert van == ["P-7", "P-8"]


def test_every_other_exception_is_passed_on():
    with pytest.raises(RuntimeError, match="fell apart"):
        load_van(door_to([], []), ["P-7", "broken", "P-8"], carry)
    with pytest.raises(TypeError):
        load_van(door_to([], []), ["P-7"], lambda parcel, van: van + parcel)


def test_the_door_is_closed_after_an_exception():
    diary = []
    door = door_to([], diary)
    with pytest.raises(RuntimeError):
        load_van(door, ["broken"], carry)
    assert diary == ["open", "closed"]


@pytest.mark.parametrize("error", [KeyError, ZeroDivisionError, OSError])
def test_only_a_value_error_leaves_a_parcel_behind(error):
    def stumble(parcel, van):
        raise error("not the weight")

    with pytest.raises(error):
        load_van(door_to([], []), ["P-7"], stumble)


def test_a_heavy_parcel_is_tried_once():
    tried = []

    def lift(parcel, van):
        tried.append(parcel)
        raise ValueError("too heavy")

    assert load_van(door_to([], []), ["piano", "safe"], lift) == 0
    assert tried == ["piano", "safe"]
