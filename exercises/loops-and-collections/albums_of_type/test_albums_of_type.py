from albums_of_type import albums_of_type

WEDDING = {"title": "Mei & Jonas", "details": {"type": "wedding", "pages": 40}}
TRAVEL = {"title": "Vigo by boat", "details": {"type": "travel"}}
SECOND_TRAVEL = {"title": "Alps", "details": {"type": "travel"}}
NO_TYPE = {"title": "Garden", "details": {"pages": 20}}
NO_DETAILS = {"title": "Old box"}


def test_finds_the_album_of_that_type():
    assert albums_of_type([WEDDING, TRAVEL], "wedding") == ["Mei & Jonas"]


def test_finds_several_in_their_order():
    found = albums_of_type([TRAVEL, WEDDING, SECOND_TRAVEL], "travel")
    assert found == ["Vigo by boat", "Alps"]


def test_an_album_without_details_is_left_out():
    assert albums_of_type([NO_DETAILS, TRAVEL], "travel") == ["Vigo by boat"]
    assert albums_of_type([TRAVEL, NO_DETAILS], "travel") == ["Vigo by boat"]


def test_details_without_a_type_are_left_out():
    assert albums_of_type([NO_TYPE, TRAVEL], "travel") == ["Vigo by boat"]
    assert albums_of_type([TRAVEL, NO_TYPE], "travel") == ["Vigo by boat"]


def test_the_type_must_match_exactly():
    assert albums_of_type([TRAVEL], "trav") == []


def test_the_end_of_a_type_is_not_enough():
    assert albums_of_type([TRAVEL], "vel") == []


def test_a_longer_word_is_another_type():
    assert albums_of_type([TRAVEL], "travels") == []


def test_uppercase_makes_another_type():
    assert albums_of_type([{"title": "Old", "details": {"type": "Travel"}}], "travel") == []


def test_a_space_makes_another_type():
    assert albums_of_type([{"title": "Old", "details": {"type": "travel "}}], "travel") == []
    assert albums_of_type([TRAVEL], " travel") == []


def test_other_details_with_the_same_word_do_not_count():
    album = {"title": "Shoes", "details": {"type": "sport", "cover": "travel"}}
    assert albums_of_type([album], "travel") == []


def test_a_title_that_is_the_wanted_word_does_not_count():
    assert albums_of_type([{"title": "travel", "details": {"type": "sport"}}], "travel") == []


def test_two_albums_with_the_same_title_are_two():
    albums = [TRAVEL, {"title": "Vigo by boat", "details": {"type": "travel"}}]
    assert albums_of_type(albums, "travel") == ["Vigo by boat", "Vigo by boat"]


def test_no_album_of_that_type():
    assert albums_of_type([WEDDING, NO_TYPE, NO_DETAILS], "travel") == []


def test_no_albums_at_all():
    assert albums_of_type([], "wedding") == []


def test_the_albums_stay_as_they_were():
    albums = [{"title": "Old box"}, {"title": "Garden", "details": {"pages": 20}}]
    albums_of_type(albums, "travel")
    assert albums == [{"title": "Old box"}, {"title": "Garden", "details": {"pages": 20}}]


def test_twenty_albums_of_a_type_are_all_listed():
    titles = [f"Trip {number}" for number in range(20)]
    albums = [{"title": title, "details": {"type": "travel"}} for title in titles]
    assert albums_of_type(albums, "travel") == titles
