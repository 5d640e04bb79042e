import sqlite3

import pytest
from parcel_repository import Parcel, ParcelRepository, new_repository


def test_gets_back_what_was_saved():
    parcels = new_repository()
    parcels.save(Parcel(7, "Oslo", 900))
    assert parcels.get(7) == Parcel(7, "Oslo", 900)
    assert isinstance(parcels.get(7), Parcel)


def test_gets_the_parcel_with_that_id():
    parcels = new_repository()
    parcels.save(Parcel(7, "Oslo", 900))
    parcels.save(Parcel(8, "Lima", 300))
    assert parcels.get(8) == Parcel(8, "Lima", 300)


def test_saving_again_replaces_the_parcel():
    parcels = new_repository()
    parcels.save(Parcel(7, "Oslo", 900))
    parcels.save(Parcel(7, "Lima", 100))
    assert parcels.get(7) == Parcel(7, "Lima", 100)
    assert len(parcels) == 1


def test_saving_again_leaves_the_others_alone():
    parcels = new_repository()
    parcels.save(Parcel(7, "Oslo", 900))
    parcels.save(Parcel(8, "Rome", 300))
    parcels.save(Parcel(7, "Lima", 100))
    assert parcels.get(8) == Parcel(8, "Rome", 300)


def test_a_saved_parcel_is_committed():
    parcels = new_repository()
    parcels.save(Parcel(7, "Oslo", 900))
    parcels.connection.rollback()
    assert parcels.get(7) == Parcel(7, "Oslo", 900)


def test_a_replaced_parcel_is_committed():
    parcels = new_repository()
    parcels.save(Parcel(7, "Oslo", 900))
    parcels.save(Parcel(7, "Lima", 100))
    parcels.connection.rollback()
    assert parcels.get(7) == Parcel(7, "Lima", 100)


def test_a_missing_parcel_is_an_error_that_names_the_id():
    with pytest.raises(KeyError) as caught:
        new_repository().get(3)
    assert caught.value.args == (3,)


def test_lists_the_parcels_of_a_city_heaviest_first():
    parcels = new_repository()
    parcels.save(Parcel(1, "Oslo", 50))
    parcels.save(Parcel(2, "Oslo", 70))
    parcels.save(Parcel(3, "Lima", 60))
    assert parcels.in_city("Oslo") == [Parcel(2, "Oslo", 70), Parcel(1, "Oslo", 50)]


def test_equally_heavy_parcels_are_sorted_by_id():
    parcels = new_repository()
    parcels.save(Parcel(9, "Oslo", 50))
    parcels.save(Parcel(1, "Oslo", 50))
    assert parcels.in_city("Oslo") == [Parcel(1, "Oslo", 50), Parcel(9, "Oslo", 50)]


def test_the_order_does_not_depend_on_how_the_table_is_kept():
    parcels = new_repository()
    parcels.connection.execute("CREATE INDEX heavy ON parcels (city, grams)")
    for parcel_id in (4, 9, 1):
        parcels.save(Parcel(parcel_id, "Oslo", 50))
    assert [parcel.id for parcel in parcels.in_city("Oslo")] == [1, 4, 9]


def test_grams_are_compared_as_numbers():
    parcels = new_repository()
    for parcel_id, grams in ((1, 9), (2, 100), (3, 20)):
        parcels.save(Parcel(parcel_id, "Oslo", grams))
    assert str([parcel.grams for parcel in parcels.in_city("Oslo")]) == "[100, 20, 9]"


def test_zero_is_a_valid_id_and_weight():
    parcels = new_repository()
    parcels.save(Parcel(0, "Oslo", 0))
    assert parcels.get(0) == Parcel(0, "Oslo", 0)
    assert parcels.in_city("Oslo") == [Parcel(0, "Oslo", 0)]


def test_the_name_of_a_city_is_stored_as_it_is():
    parcels = new_repository()
    parcels.save(Parcel(1, " são Tomé ", 50))
    assert parcels.get(1).city == " são Tomé "


def test_a_parcel_that_cannot_be_stored_leaves_the_old_one():
    parcels = new_repository()
    parcels.save(Parcel(7, "Oslo", 900))
    with pytest.raises(sqlite3.Error):
        parcels.save(Parcel(7, ["Lima"], 100))
    assert parcels.get(7) == Parcel(7, "Oslo", 900)


def test_two_repositories_have_their_own_parcels():
    here, there = new_repository(), new_repository()
    here.save(Parcel(7, "Oslo", 900))
    assert (len(here), len(there)) == (1, 0)


def test_the_name_of_a_city_may_have_a_quote():
    parcels = new_repository()
    parcels.save(Parcel(1, "L'Aquila", 50))
    assert parcels.in_city("L'Aquila") == [Parcel(1, "L'Aquila", 50)]


def test_a_city_has_exactly_that_name():
    parcels = new_repository()
    parcels.save(Parcel(1, "Oslo", 50))
    assert parcels.in_city("oslo") == []
    assert parcels.in_city("%") == []


def test_what_another_program_has_changed_is_seen():
    parcels = new_repository()
    parcels.save(Parcel(7, "Oslo", 900))
    assert parcels.get(7).grams == 900
    ParcelRepository(parcels.connection).save(Parcel(7, "Oslo", 800))
    assert parcels.get(7).grams == 800


def test_a_city_without_parcels_gives_an_empty_list():
    assert new_repository().in_city("Oslo") == []


def test_counts_its_parcels():
    parcels = new_repository()
    assert len(parcels) == 0
    parcels.save(Parcel(1, "Oslo", 50))
    parcels.save(Parcel(2, "Oslo", 70))
    assert len(parcels) == 2


def test_a_new_repository_on_old_parcels_knows_them():
    before = new_repository()
    before.save(Parcel(1, "Oslo", 50))
    parcels = ParcelRepository(before.connection)
    assert len(parcels) == 1
    assert parcels.get(1) == Parcel(1, "Oslo", 50)


def test_all_parcels_of_a_city_are_found():
    parcels = new_repository()
    saved = [Parcel(number, "Oslo", 900) for number in range(60)]
    for parcel in saved:
        parcels.save(parcel)
    assert parcels.in_city("Oslo") == saved
    assert len(parcels) == 60
