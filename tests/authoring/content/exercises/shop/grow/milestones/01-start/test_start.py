from grow import first


def test_the_first_number_is_one():
    assert first() == 1
