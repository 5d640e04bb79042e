from grow import after


def test_after_one_comes_two():
    assert after(1) == 2


def test_after_zero_comes_one():
    assert after(0) == 1
