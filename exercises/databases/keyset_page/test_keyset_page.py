import sqlite3

import pytest
from keyset_page import next_page, shop_with

A = ("2026-03-01", 1)
B = ("2026-03-01", 2)
C = ("2026-03-02", 3)


def test_the_first_page():
    assert next_page(shop_with([A, B, C]), None, 2) == [A, B]


def test_the_second_page_begins_after_the_first():
    assert next_page(shop_with([A, B, C]), B, 2) == [C]


def test_parcels_of_the_same_day_are_not_skipped():
    assert next_page(shop_with([A, B, C]), A, 2) == [B, C]


def test_a_later_day_may_have_a_smaller_id():
    parcels = [("2026-03-01", 9), ("2026-03-02", 3)]
    assert next_page(shop_with(parcels), ("2026-03-01", 9), 5) == [("2026-03-02", 3)]


def test_rows_are_sorted_by_day_and_then_by_id():
    parcels = [C, ("2026-03-01", 12), B]
    assert next_page(shop_with(parcels), None, 5) == [B, ("2026-03-01", 12), C]


def test_the_order_does_not_depend_on_how_the_table_is_kept():
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE parcels (sent TEXT, id INTEGER)")
    shop.executemany("INSERT INTO parcels VALUES (?, ?)", [C, B, A])
    assert next_page(shop, None, 5) == [A, B, C]
    assert next_page(shop, A, 5) == [B, C]


def test_the_next_page_is_sorted_by_id_within_a_day_too():
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE parcels (sent TEXT, id INTEGER)")
    shop.executemany("INSERT INTO parcels VALUES (?, ?)", [("2026-03-02", 4), C, B])
    assert next_page(shop, A, 5) == [B, C, ("2026-03-02", 4)]


def test_what_was_seen_last_is_a_value_and_no_part_of_the_sql():
    assert next_page(shop_with([A, B, C]), ("' OR '1' = '1", 0), 2) == [A, B]
    assert next_page(shop_with([A, B, C]), ("x' OR 1 --", 0), 2) == []


def test_the_last_row_seen_may_be_gone():
    assert next_page(shop_with([A, C]), B, 2) == [C]


def test_a_new_row_on_an_earlier_page_does_no_harm():
    assert next_page(shop_with([("2026-02-28", 7), A, B, C]), B, 2) == [C]


def test_after_the_last_row_comes_an_empty_page():
    assert next_page(shop_with([A, B, C]), C, 2) == []


def test_a_page_may_have_one_row():
    assert next_page(shop_with([A, B, C]), None, 1) == [A]


def test_the_database_chooses_the_rows():
    shop = shop_with([("2026-03-01", number) for number in range(100)])
    fetched = []

    def note(cursor, row):
        fetched.append(row)
        return row

    shop.row_factory = note
    assert next_page(shop, ("2026-03-01", 49), 2) == [("2026-03-01", 50), ("2026-03-01", 51)]
    assert 2 <= len(fetched) <= 3


def test_the_database_chooses_the_rows_of_the_first_page_too():
    shop = shop_with([("2026-03-01", number) for number in range(100)])
    fetched = []

    def note(cursor, row):
        fetched.append(row)
        return row

    shop.row_factory = note
    assert next_page(shop, None, 2) == [("2026-03-01", 0), ("2026-03-01", 1)]
    assert 2 <= len(fetched) <= 3


def test_the_database_chooses_among_later_days_too():
    shop = shop_with([(f"2026-03-{day:02}", day) for day in range(1, 32)])
    fetched = []

    def note(cursor, row):
        fetched.append(row)
        return row

    shop.row_factory = note
    assert next_page(shop, ("2026-03-07", 7), 2) == [("2026-03-08", 8), ("2026-03-09", 9)]
    assert 2 <= len(fetched) <= 3


@pytest.mark.parametrize("size", [0, -1])
@pytest.mark.parametrize("after", [None, A])
def test_a_size_below_one_is_refused(after, size):
    with pytest.raises(ValueError):
        next_page(shop_with([A, B]), after, size)


def test_the_first_page_begins_with_the_oldest_parcel():
    old = [("1999-12-31", 0), ("1999-12-31", 1)]
    assert next_page(shop_with([*old, A]), None, 2) == old


def test_a_page_may_be_long():
    rows = [("2026-03-01", number) for number in range(150)]
    assert next_page(shop_with(rows), None, 140) == rows[:140]


def test_a_page_over_two_days_is_not_longer():
    parcels = [A, B, C, ("2026-03-02", 4), ("2026-03-03", 1)]
    assert next_page(shop_with(parcels), A, 2) == [B, C]
    assert next_page(shop_with(parcels), A, 3) == [B, C, ("2026-03-02", 4)]
