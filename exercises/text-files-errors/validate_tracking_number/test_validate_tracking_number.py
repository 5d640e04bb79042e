import pytest
from validate_tracking_number import TrackingNumberError, check_digit, validate_tracking_number


def test_works_out_the_check_digit():
    assert check_digit("47312482") == 9


def test_works_out_another_check_digit():
    assert check_digit("12345678") == 5
    assert check_digit("98765432") == 6


def test_the_check_digit_of_ten_is_zero():
    assert check_digit("00004000") == 0


def test_the_check_digit_of_eleven_is_five():
    assert check_digit("00000000") == 5


def test_returns_a_good_number():
    assert validate_tracking_number("RA473124829PT") == "RA473124829PT"


def test_returns_it_in_capitals_and_without_spaces():
    assert validate_tracking_number(" ra 4731 2482 9 pt") == "RA473124829PT"


def test_refuses_a_number_that_is_too_short():
    with pytest.raises(TrackingNumberError, match="^RA47 has 4 characters, not 13$"):
        validate_tracking_number("ra 47")


def test_refuses_a_number_that_is_too_long():
    with pytest.raises(TrackingNumberError, match="^RA4731248290PT has 14 characters, not 13$"):
        validate_tracking_number("RA4731248290PT")


def test_refuses_a_letter_among_the_digits():
    message = "^RA47312482XPT is not two letters, nine digits, two letters$"
    with pytest.raises(TrackingNumberError, match=message):
        validate_tracking_number("ra 4731 2482 x pt")


@pytest.mark.parametrize(
    "text", ["R0473124829PT", "0A473124829PT", "RA4731248290T", "RA473124829P0", "R0473124828PT"]
)
def test_refuses_a_digit_among_the_letters(text):
    with pytest.raises(TrackingNumberError, match="is not two letters, nine digits, two letters$"):
        validate_tracking_number(text)


def test_refuses_a_wrong_check_digit():
    with pytest.raises(TrackingNumberError, match="^RA473124828PT has the wrong check digit$"):
        validate_tracking_number("ra 4731 2482 8 pt")


def test_notices_two_digits_that_were_swapped():
    with pytest.raises(TrackingNumberError, match="has the wrong check digit$"):
        validate_tracking_number("RA743124829PT")
