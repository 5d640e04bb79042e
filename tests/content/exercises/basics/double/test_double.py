from double import double


def test_doubles_a_number():
    assert double(4) == 8


def test_zero_stays_zero():
    assert double(0) == 0


def test_works_below_zero():
    assert double(-3) == -6
