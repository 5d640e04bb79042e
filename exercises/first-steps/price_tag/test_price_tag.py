from price_tag import price_tag


def test_name_on_the_left_and_price_on_the_right():
    assert price_tag("Green tea", 450) == "Green tea       4.50 EUR"


def test_larger_price_begins_further_left():
    assert price_tag("Mug", 12905) == "Mug           129.05 EUR"


def test_price_below_one_euro():
    assert price_tag("Bag", 5) == "Bag             0.05 EUR"


def test_name_of_exactly_twelve_characters():
    assert price_tag("Gift voucher", 2000) == "Gift voucher   20.00 EUR"


def test_longer_name_is_not_cut():
    assert price_tag("Advent calendar", 2490) == "Advent calendar   24.90 EUR"


def test_price_of_more_than_ten_thousand_euros():
    assert price_tag("Van", 1234567) == "Van         12345.67 EUR"


def test_something_for_nothing_has_a_price_too():
    assert price_tag("Tea sample", 0) == "Tea sample      0.00 EUR"
