from prints_instead import line_total, order_total

TWO_TEAS = {"price": 450, "quantity": 2}
ONE_MUG = {"price": 990, "quantity": 1}


def test_a_line_is_worth_price_times_quantity():
    assert line_total(450, 2) == 900
    assert line_total(450, 0) == 0


def test_a_voucher_is_a_line_that_takes_something_off():
    assert line_total(-500, 1) == -500
    assert line_total(-500, 2) == -1000
    voucher = {"price": -500, "quantity": 1}
    assert order_total([voucher, TWO_TEAS]) == 400
    assert order_total([TWO_TEAS, voucher, ONE_MUG]) == 1390


def test_an_order_may_come_to_less_than_0():
    assert order_total([{"price": 450, "quantity": 1}, {"price": -500, "quantity": 2}]) == -550


def test_an_order_with_one_line():
    assert order_total([TWO_TEAS]) == 900


def test_an_order_with_two_lines_adds_both():
    assert order_total([TWO_TEAS, ONE_MUG]) == 1890


def test_two_lines_that_are_alike_both_count():
    assert order_total([TWO_TEAS, TWO_TEAS]) == 1800


def test_an_empty_order_costs_nothing():
    total = order_total([])
    assert total == 0
    assert isinstance(total, int)


def test_prints_nothing(capsys):
    assert order_total([TWO_TEAS, ONE_MUG]) + line_total(100, 1) == 1990
    printed = capsys.readouterr()
    assert printed.out + printed.err == ""


def test_the_lines_stay_as_they_were():
    lines = [{"price": 450, "quantity": 2}]
    order_total(lines)
    assert lines == [{"price": 450, "quantity": 2}]
