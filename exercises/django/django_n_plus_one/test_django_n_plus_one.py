import pytest
from django.db import transaction
from django_n_plus_one import overview
from data.harbour_sites import add_album


@pytest.fixture(autouse=True)
def clean_database():
    """Undo after each test what it wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_names_the_album_its_owner_and_its_photos():
    add_album("By the sea", "Mei", ["Beach", "Pier"])
    assert overview() == ["By the sea by Mei: Beach, Pier"]


def test_the_photos_of_an_album_come_by_title():
    add_album("By the sea", "Mei", ["Pier", "Beach", "Gulls"])
    assert overview() == ["By the sea by Mei: Beach, Gulls, Pier"]


def test_capital_letters_still_come_first():
    add_album("sea", "Mei", ["anchor", "Beach"])
    add_album("Tram", "Mei", [])
    assert overview() == ["Tram by Mei: no photos", "sea by Mei: Beach, anchor"]


def test_albums_are_sorted_by_title_not_by_the_whole_line():
    add_album("Sea b", "Mei", [])
    add_album("Sea", "Mei", [])
    assert overview() == ["Sea by Mei: no photos", "Sea b by Mei: no photos"]


def test_albums_that_look_the_same_are_all_listed():
    for _ in range(2):
        add_album("Sea", "Mei", ["Beach"])
    assert overview() == ["Sea by Mei: Beach"] * 2


def test_an_album_without_photos_says_so():
    add_album("Empty", "Jonas", [])
    assert overview() == ["Empty by Jonas: no photos"]


def test_albums_come_by_title():
    add_album("Porto", "Jonas", ["Bridge"])
    add_album("Athens", "Mei", ["Hill"])
    assert overview() == ["Athens by Mei: Hill", "Porto by Jonas: Bridge"]


def test_each_album_has_its_own_photos():
    add_album("A", "Mei", ["One"])
    add_album("B", "Mei", [])
    add_album("C", "Mei", ["Two"])
    assert overview() == [
        "A by Mei: One",
        "B by Mei: no photos",
        "C by Mei: Two",
    ]


def test_two_albums_of_one_title_stay_apart():
    add_album("Sea", "Mei", ["Beach"])
    add_album("Sea", "Jonas", ["Pier"])
    assert sorted(overview()) == ["Sea by Jonas: Pier", "Sea by Mei: Beach"]


def test_two_photos_may_have_one_title():
    add_album("Sea", "Mei", ["Beach", "Beach"])
    assert overview() == ["Sea by Mei: Beach, Beach"]


def test_no_albums_give_no_lines():
    assert overview() == []
