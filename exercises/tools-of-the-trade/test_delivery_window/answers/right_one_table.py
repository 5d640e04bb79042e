import pytest
from delivery_window import next_window

MORNING, NOON, EVENING = (8, 12), (12, 16), (16, 20)
NORMAL = [MORNING] * 7 + [NOON] * 4 + [EVENING] * 4 + [None] * 9
EXPRESS = [MORNING] * 8 + [NOON] * 4 + [EVENING] * 4 + [None] * 8


@pytest.mark.parametrize("hour", range(24))
def test_every_hour_of_the_day(hour):
    assert next_window(hour) == NORMAL[hour]
    assert next_window(hour, express=True) == EXPRESS[hour]


@pytest.mark.parametrize("hour", [-5, -1, 24, 30])
def test_other_hours_do_not_exist(hour):
    with pytest.raises(ValueError):
        next_window(hour)
