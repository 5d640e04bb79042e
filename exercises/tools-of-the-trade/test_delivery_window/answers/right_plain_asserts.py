from delivery_window import next_window


def is_refused(hour):
    try:
        next_window(hour)
    except ValueError:
        return True
    return False


def test_windows():
    assert next_window(6) == (8, 12)
    assert next_window(7) == (12, 16)
    assert next_window(14) == (16, 20)
    assert next_window(15) == None  # noqa: E711


def test_express():
    assert next_window(7, True) == (8, 12)
    assert next_window(8, True) == (12, 16)
    assert not next_window(16, True)


def test_hours():
    assert is_refused(-1) and is_refused(24)
    assert not is_refused(0) and not is_refused(23)
