import inspect

import the_checker_was_right
from the_checker_was_right import by_bay, next_bay, too_heavy


def parcel(code, bay=None, grams=500):
    return {"code": code, "grams": grams, "bay": bay}


def codes(parcels):
    return [one["code"] for one in parcels]


HEAVY = [parcel("P-1", grams=2000), parcel("P-2"), parcel("P-3", grams=2001)]


def test_only_parcels_above_the_limit_are_too_heavy():
    assert list(too_heavy(HEAVY, 2000)) == ["P-3"]


def test_the_heavy_ones_can_be_counted_and_gone_through_twice():
    found = too_heavy(HEAVY, 500)
    assert len(found) == 2
    assert list(found) == list(found) == ["P-1", "P-3"]


def test_parcels_come_in_the_order_of_their_bays():
    assert codes(by_bay([parcel("P-1", 12), parcel("P-2", 3), parcel("P-3", 7)])) == [
        "P-2",
        "P-3",
        "P-1",
    ]


def test_parcels_without_a_bay_come_last():
    parcels = [parcel("P-1"), parcel("P-2", 3), parcel("P-3"), parcel("P-4", 1)]
    assert codes(by_bay(parcels)) == ["P-4", "P-2", "P-1", "P-3"]


def test_a_high_number_is_still_a_bay():
    assert codes(by_bay([parcel("P-1"), parcel("P-2", 10_000_000)])) == ["P-2", "P-1"]


def test_a_generator_can_be_ordered_as_well():
    parcels = [parcel("P-1"), parcel("P-2", 3), parcel("P-3"), parcel("P-4", 1)]
    assert codes(by_bay(one for one in parcels)) == ["P-4", "P-2", "P-1", "P-3"]


def test_nothing_is_silenced():
    assert "# type: ignore" not in inspect.getsource(the_checker_was_right)


def test_what_was_passed_in_stays_as_it_is():
    parcels = [parcel("P-1", 2), parcel("P-2", 1)]
    by_bay(parcels)
    assert codes(parcels) == ["P-1", "P-2"]


def test_the_next_bay_comes_after_the_last_one():
    assert next_bay([parcel("P-1", 4), parcel("P-2", 9)]) == 10
    assert next_bay(one for one in [parcel("P-1", 9), parcel("P-2", 4)]) == 10


def test_parcels_without_a_bay_do_not_count():
    assert next_bay([parcel("P-1"), parcel("P-2", 4)]) == 5


def test_the_first_bay_is_1():
    assert next_bay([]) == 1
    assert next_bay([parcel("P-1")]) == 1


def test_parcels_without_a_bay_keep_their_order():
    parcels = [parcel("P-9"), parcel("P-1"), parcel("P-3", 2), parcel("P-5")]
    assert codes(by_bay(parcels)) == ["P-3", "P-9", "P-1", "P-5"]


def test_bay_0_is_a_bay():
    assert codes(by_bay([parcel("P-1"), parcel("P-2", 4), parcel("P-3", 0)])) == ["P-3", "P-2", "P-1"]
    assert next_bay([parcel("P-1", 0)]) == 1


def test_no_parcel_is_changed():
    parcels = [parcel("P-1"), parcel("P-2", 3)]
    by_bay(parcels)
    next_bay(parcels)
    too_heavy(parcels, 100)
    assert parcels == [parcel("P-1"), parcel("P-2", 3)]


def test_twenty_parcels_are_all_listed():
    parcels = [parcel(f"P-{number}", bay=number, grams=2500) for number in range(20)]
    assert too_heavy(parcels, 2000) == codes(parcels)
    assert by_bay(parcels[::-1]) == parcels
