from can_ship_today import can_ship_today


def test_in_stock_paid_and_in_time():
    assert can_ship_today(12, True, 10) is True


def test_one_last_piece_is_enough():
    assert can_ship_today(1, True, 10) is True


def test_nothing_in_stock():
    assert can_ship_today(0, True, 10) is False


def test_not_paid():
    assert can_ship_today(12, False, 10) is False


def test_eight_sharp_is_in_time():
    assert can_ship_today(12, True, 8) is True


def test_noon_is_in_time():
    assert can_ship_today(12, True, 12) is True


def test_seven_is_too_early():
    assert can_ship_today(12, True, 7) is False


def test_midnight_is_too_early():
    assert can_ship_today(12, True, 0) is False


def test_thirteen_is_in_time():
    assert can_ship_today(12, True, 13) is True


def test_fourteen_sharp_is_too_late():
    assert can_ship_today(12, True, 14) is False


def test_evening_is_too_late():
    assert can_ship_today(12, True, 20) is False
