from discount import discounted


def test_no_discount_below_fifty():
    for cents in [0, 1, 100, 4_999]:
        assert discounted(cents) == cents


def test_ten_percent():
    assert discounted(5_000) == 5_000 - 500
    assert discounted(12_345) == 11_110
    assert discounted(19_999) == 17_999


def test_twenty_percent():
    assert discounted(20_000) == 20_000 * 80 // 100
    assert discounted(20_004) == 16_003


def test_negative_amounts():
    try:
        discounted(-1)
    except ValueError:
        return
    raise AssertionError("a negative amount went through")
