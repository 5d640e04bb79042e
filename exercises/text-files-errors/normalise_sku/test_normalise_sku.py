from normalise_sku import normalise_sku


def test_writes_capitals():
    assert normalise_sku("tea-01") == "TEA-01"


def test_leaves_a_good_sku_as_it_is():
    assert normalise_sku("MUG-02") == "MUG-02"


def test_drops_spaces_and_line_ends_around_it():
    assert normalise_sku("  tea-01 \n") == "TEA-01"


def test_a_space_between_the_parts_becomes_a_hyphen():
    assert normalise_sku("tea 01") == "TEA-01"


def test_an_underscore_becomes_a_hyphen():
    assert normalise_sku("tea_01") == "TEA-01"


def test_several_separators_become_one_hyphen():
    assert normalise_sku("mug -_- 02") == "MUG-02"


def test_nothing_stands_before_the_first_or_after_the_last_part():
    assert normalise_sku("-tea-01_") == "TEA-01"


def test_keeps_all_of_three_parts():
    assert normalise_sku("gift box_03 xl") == "GIFT-BOX-03-XL"


def test_one_part_has_no_hyphen():
    assert normalise_sku("voucher") == "VOUCHER"


def test_an_empty_text_stays_empty():
    assert normalise_sku("") == ""


def test_separators_of_all_kinds_at_the_ends_are_dropped():
    assert normalise_sku("-tea-01-\n") == "TEA-01"
    assert normalise_sku(" -_ tea 01 _- ") == "TEA-01"


def test_other_characters_stay():
    assert normalise_sku("tea.01/b") == "TEA.01/B"
    assert normalise_sku("crème 7") == "CRÈME-7"
