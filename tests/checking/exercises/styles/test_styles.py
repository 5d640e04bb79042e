import asyncio

import pytest
from styles import OutOfStock, Shelf, double, fetch, find, greet, is_late, mean, names

ORDERS = [{"name": "tea"}, {"name": "mug"}]


@pytest.fixture
def shelf():
    return Shelf(["tea"])


def test_compares():
    assert double(4) == 8


def test_names_a_result():
    number = 21
    result = double(number)
    assert result == 42


def test_expected_first():
    assert 8 == double(4)


def test_says_why():
    assert double(3) == 6, "twice three is six"


def test_is_true():
    assert is_late(9)


def test_is_not_true():
    assert not is_late(1)


def test_is_none():
    assert find(ORDERS, "pen") is None


def test_contains():
    assert "tea" in names(ORDERS)


def test_is_less():
    assert double(2) < 5


def test_is_near():
    assert mean([0.1, 0.2, 0.3]) == pytest.approx(0.2)


def test_raises():
    empty = Shelf()
    with pytest.raises(OutOfStock, match="empty"):
        empty.take()


def test_uses_a_fixture(shelf):
    assert shelf.add("mug") == 2


def test_a_fixture_beside_a_class(shelf):
    assert shelf.add("mug") == len(Shelf(["tea", "mug"]).items)


def test_looks_at_an_attribute(shelf):
    shelf.add("mug")
    assert shelf.items == ["tea", "mug"]


@pytest.mark.parametrize(("number", "expected"), [(1, 2), (0, 0), (-3, -6)])
def test_many(number, expected):
    assert double(number) == expected


def test_several_in_one(subtests):
    for number in (1, 2):
        with subtests.test("twice", number=number):
            assert double(number) == number + number


def test_prints(capsys):
    greet("Ada")
    assert capsys.readouterr().out == "Hello, Ada!\n"


def test_awaits():
    assert asyncio.run(fetch(7)) == 7


class TestTogether:
    def test_in_a_class(self):
        assert double("ab") == "abab"
