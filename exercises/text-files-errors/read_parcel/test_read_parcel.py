import pytest
from read_parcel import ParcelError, read_parcel


def test_turns_the_weight_into_a_number():
    assert read_parcel({"id": "P-7", "weight": "1200"}) == {"id": "P-7", "weight": 1200}


def test_one_gram_is_enough():
    assert read_parcel({"id": "P-8", "weight": "1"}) == {"id": "P-8", "weight": 1}


def test_other_fields_of_the_row_are_left_out():
    row = {"id": "P-7", "weight": "1200", "depot": "Porto"}
    assert read_parcel(row) == {"id": "P-7", "weight": 1200}


def test_does_not_change_the_row():
    row = {"id": "P-7", "weight": "1200"}
    read_parcel(row)
    assert row == {"id": "P-7", "weight": "1200"}


def test_says_that_the_weight_is_missing():
    with pytest.raises(ParcelError) as caught:
        read_parcel({"id": "P-7"})
    assert str(caught.value) == "P-7: the weight is missing"


def test_keeps_the_key_error_as_the_cause():
    with pytest.raises(ParcelError) as caught:
        read_parcel({"id": "P-7"})
    assert type(caught.value.__cause__) is KeyError


def test_says_that_the_weight_is_not_a_whole_number():
    with pytest.raises(ParcelError) as caught:
        read_parcel({"id": "P-9", "weight": "2 kg"})
    assert str(caught.value) == "P-9: the weight '2 kg' is not a whole number"


def test_an_empty_weight_is_there_but_not_a_whole_number():
    with pytest.raises(ParcelError) as caught:
        read_parcel({"id": "P-9", "weight": ""})
    assert str(caught.value) == "P-9: the weight '' is not a whole number"


def test_keeps_the_value_error_as_the_cause():
    with pytest.raises(ParcelError) as caught:
        read_parcel({"id": "P-9", "weight": "2 kg"})
    assert type(caught.value.__cause__) is ValueError


def test_says_that_a_weight_is_too_small():
    with pytest.raises(ParcelError) as caught:
        read_parcel({"id": "P-7", "weight": "-5"})
    assert str(caught.value) == "P-7: the weight must be above 0, not -5"


def test_zero_grams_are_too_small():
    with pytest.raises(ParcelError):
        read_parcel({"id": "P-7", "weight": "0"})


def test_a_weight_that_is_too_small_has_no_cause():
    with pytest.raises(ParcelError) as caught:
        read_parcel({"id": "P-7", "weight": "0"})
    assert caught.value.__cause__ is None


def test_a_weight_with_a_decimal_point_is_not_a_whole_number():
    with pytest.raises(ParcelError) as caught:
        read_parcel({"id": "P-9", "weight": "12.0"})
    assert str(caught.value) == "P-9: the weight '12.0' is not a whole number"


def test_the_message_has_the_weight_as_it_came():
    with pytest.raises(ParcelError) as caught:
        read_parcel({"id": "P-9", "weight": " 2 kg "})
    assert str(caught.value) == "P-9: the weight ' 2 kg ' is not a whole number"
