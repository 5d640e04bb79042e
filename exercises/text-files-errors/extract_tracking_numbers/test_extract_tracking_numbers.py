from extract_tracking_numbers import extract_tracking_numbers


def test_finds_a_number_in_a_sentence():
    assert extract_tracking_numbers("Where is HB204417?") == ["HB204417"]


def test_finds_several_in_their_order():
    text = "HB204418 came, HB204417 did not."
    assert extract_tracking_numbers(text) == ["HB204418", "HB204417"]


def test_a_text_of_nothing_but_the_number():
    assert extract_tracking_numbers("HB000001") == ["HB000001"]


def test_lowercase_counts():
    assert extract_tracking_numbers("hb204417 and Hb204418") == ["HB204417", "HB204418"]
    assert extract_tracking_numbers("hB204417") == ["HB204417"]


def test_a_hyphen_may_stand_between():
    assert extract_tracking_numbers("HB-204417") == ["HB204417"]


def test_a_space_may_stand_between():
    assert extract_tracking_numbers("HB 204417") == ["HB204417"]


def test_two_spaces_are_too_many():
    assert extract_tracking_numbers("HB  204417") == []


def test_a_space_and_a_hyphen_are_too_many():
    assert extract_tracking_numbers("HB -204417, HB- 204418") == []


def test_each_number_comes_once():
    text = "HB204417! I said HB204417, and HB204418."
    assert extract_tracking_numbers(text) == ["HB204417", "HB204418"]


def test_the_same_number_written_in_two_ways_comes_once():
    assert extract_tracking_numbers("hb 204417, that is HB-204417") == ["HB204417"]


def test_seven_digits_are_no_tracking_number():
    assert extract_tracking_numbers("Invoice HB2044179") == []


def test_five_digits_are_no_tracking_number():
    assert extract_tracking_numbers("Shelf HB20441") == []


def test_letters_in_front_make_it_something_else():
    assert extract_tracking_numbers("Model XHB204417 or xhb204417") == []


def test_other_letters_are_no_tracking_number():
    assert extract_tracking_numbers("DX204417") == []


def test_numbers_on_several_lines():
    assert extract_tracking_numbers("HB204417\nHB204418\n") == ["HB204417", "HB204418"]


def test_a_text_without_numbers_gives_an_empty_list():
    assert extract_tracking_numbers("My parcel is late.") == []


def test_a_letter_behind_makes_it_something_else():
    assert extract_tracking_numbers("Model HB204417A or hb204417a") == []


def test_a_digit_in_front_makes_it_something_else():
    assert extract_tracking_numbers("Invoice 7HB204417") == []


def test_only_a_space_or_a_hyphen_may_stand_between():
    assert extract_tracking_numbers("HB_204417, HB.204418, HB/204419") == []
    assert extract_tracking_numbers("HB\t204417 and HB\n204418") == []


def test_a_number_counts_where_it_first_occurs():
    text = "HB204419, HB204417, HB204418, HB204417, HB204419"
    assert extract_tracking_numbers(text) == ["HB204419", "HB204417", "HB204418"]


def test_twenty_numbers_are_all_found():
    numbers = [f"HB{number}" for number in range(204420, 204400, -1)]
    assert extract_tracking_numbers(" ".join(numbers)) == numbers
