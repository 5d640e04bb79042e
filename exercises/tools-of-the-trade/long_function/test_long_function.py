import copy
import inspect
import re

import pytest

import long_function
from long_function import receipt

TEA = {"name": "Tea", "price": 450, "count": 2}
LAMP = {"name": "Lamp", "price": 1995, "count": 1}
PEN = {"name": "Pen", "price": 5, "count": 1}


def order(*lines, code=None):
    return {"lines": list(lines), "code": code}


def test_writes_one_row_a_line_and_the_total():
    assert receipt(order(TEA)) == [
        "2 x Tea                 9.00",
        "Total                   9.00",
    ]


def test_adds_up_several_lines():
    assert receipt(order(TEA, LAMP, PEN)) == [
        "2 x Tea                 9.00",
        "1 x Lamp               19.95",
        "1 x Pen                 0.05",
        "Total                  29.00",
    ]


def test_two_lines_of_the_same_name_are_two_rows():
    assert receipt(order(PEN, PEN)) == [
        "1 x Pen                 0.05",
        "1 x Pen                 0.05",
        "Total                   0.10",
    ]


def test_tea10_takes_ten_percent_off_in_whole_cents():
    assert receipt(order(LAMP, code="TEA10")) == [
        "1 x Lamp               19.95",
        "Discount                1.99",
        "Total                  17.96",
    ]


def test_five_takes_5_00_off_from_20_00_on():
    twenty = {"name": "Lamp", "price": 2000, "count": 1}
    assert receipt(order(twenty, code="FIVE")) == [
        "1 x Lamp               20.00",
        "Discount                5.00",
        "Total                  15.00",
    ]


def test_five_does_nothing_below_20_00():
    assert receipt(order(LAMP, code="FIVE"))[1:] == ["Total                  19.95"]


def test_an_unknown_code_does_nothing():
    assert receipt(order(TEA, code="GULL"))[1:] == ["Total                   9.00"]


def test_no_discount_row_when_nothing_is_taken_off():
    assert len(receipt(order(PEN, code="TEA10"))) == 2


def test_a_discount_of_one_cent_has_a_row():
    ten = {"name": "Pen", "price": 10, "count": 1}
    assert receipt(order(ten, code="TEA10"))[1] == "Discount                0.01"


def test_a_free_line_is_fine():
    assert receipt(order({"name": "Gift", "price": 0, "count": 1}))[1].endswith("0.00")


@pytest.mark.parametrize("empty", [{}, {"lines": [], "code": None}])
def test_an_order_without_lines_is_an_error(empty):
    with pytest.raises(ValueError, match="at least one line"):
        receipt(empty)


def test_a_count_of_zero_is_an_error():
    with pytest.raises(ValueError, match="Tea: the count is 0"):
        receipt(order(PEN, {"name": "Tea", "price": 450, "count": 0}))


def test_a_negative_price_is_an_error():
    with pytest.raises(ValueError, match="Tea: the price is -1"):
        receipt(order(PEN, {"name": "Tea", "price": -1, "count": 2}))


def test_each_step_has_a_name_of_words():
    steps = [name for name, value in vars(long_function).items() if inspect.isfunction(value)]
    assert [name for name in steps if not re.fullmatch(r"_?[a-z]{3,}(_[a-z]+)*", name)] == []


def test_of_two_faults_the_first_is_named():
    both = {"name": "Tea", "price": -1, "count": 0}
    with pytest.raises(ValueError, match="Tea: the count is 0"):
        receipt(order(both))
    no_price = {"name": "Pen", "price": -2, "count": 1}
    with pytest.raises(ValueError, match="Pen: the price is -2"):
        receipt(order(no_price, both))


def test_a_code_counts_only_in_capitals():
    assert receipt(order(TEA, code="tea10")) == receipt(order(TEA))


def test_a_long_name_is_written_in_full():
    lamp = {"name": "Lamp for the garden", "price": 1995, "count": 1}
    assert receipt(order(lamp))[0] == "1 x Lamp for the garden19.95"


def test_the_order_stays_as_it_is():
    ordered = order(TEA, LAMP, code="TEA10")
    before = copy.deepcopy(ordered)
    receipt(ordered)
    assert ordered == before
