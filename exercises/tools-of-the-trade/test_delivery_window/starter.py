from delivery_window import next_window


def test_an_order_at_nine_makes_the_window_at_noon():
    assert next_window(9) == (12, 16)
