import pytest
from sum_weights import sum_weights


def test_no_weights_weigh_nothing():
    assert sum_weights() == 0


def test_one_weight():
    total = sum_weights(500)
    assert isinstance(total, int)
    assert total == 500


def test_three_weights_are_added():
    assert sum_weights(500, 250, 90) == 840


def test_equal_weights_are_all_added():
    assert sum_weights(250, 250, 90, packaging=10) == 600


def test_a_list_can_be_spread_over_the_call():
    assert sum_weights(*[100, 200]) == 300


def test_the_packaging_is_added_once():
    assert sum_weights(500, 250, packaging=120) == 870


def test_without_weights_there_is_no_packaging():
    assert sum_weights(packaging=120) == 0


def test_a_weight_of_zero_still_needs_a_box():
    assert sum_weights(0, packaging=120) == 120
    assert sum_weights(0, 0, packaging=120) == 120


def test_another_option_is_an_error():
    with pytest.raises(TypeError):
        sum_weights(500, box=120)
