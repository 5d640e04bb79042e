from leap_year import leap_year


def test_every_fourth_year():
    assert leap_year(2024) is True
    assert leap_year(2028) is True


def test_an_odd_year_is_not_one():
    assert leap_year(2023) is False


def test_an_even_year_between_is_not_one():
    assert leap_year(2026) is False


def test_a_full_century_is_not_one():
    assert leap_year(1900) is False
    assert leap_year(2100) is False


def test_an_even_century_is_not_enough():
    assert leap_year(1800) is False
    assert leap_year(2200) is False


def test_every_fourth_century_is_one():
    assert leap_year(2000) is True
    assert leap_year(1600) is True
    assert leap_year(2800) is True
