import pytest
from safe_quantity import safe_quantity


def test_turns_the_text_into_a_number():
    quantity = safe_quantity({"sku": "TEA-01", "quantity": "3"})
    assert quantity == 3
    assert type(quantity) is int


def test_spaces_around_the_number_do_not_matter():
    assert safe_quantity({"quantity": " 12 "}) == 12


def test_one_is_the_smallest_quantity():
    assert safe_quantity({"quantity": "1"}) == 1


def test_without_the_field_it_is_one():
    assert safe_quantity({"sku": "TEA-01"}) == 1


def test_a_word_is_none():
    assert safe_quantity({"quantity": "three"}) is None


def test_an_empty_field_is_none():
    assert safe_quantity({"quantity": ""}) is None


def test_half_a_piece_is_none():
    assert safe_quantity({"quantity": "1.5"}) is None


def test_zero_is_none():
    assert safe_quantity({"quantity": "0"}) is None
    assert safe_quantity({"quantity": "00"}) is None


def test_a_negative_number_is_none():
    assert safe_quantity({"quantity": "-2"}) is None


def test_lets_through_that_there_is_no_form():
    with pytest.raises((TypeError, AttributeError)):
        safe_quantity(None)


def test_lets_through_that_the_field_holds_no_text():
    with pytest.raises((TypeError, AttributeError)):
        safe_quantity({"quantity": ["3"]})


def test_a_digit_that_is_no_number_is_none():
    assert safe_quantity({"quantity": "2²"}) is None
    assert safe_quantity({"quantity": "²"}) is None


def test_the_form_stays_as_it_is():
    form = {"sku": "TEA-01", "quantity": " 3 "}
    assert safe_quantity(form) == 3
    assert form == {"sku": "TEA-01", "quantity": " 3 "}
