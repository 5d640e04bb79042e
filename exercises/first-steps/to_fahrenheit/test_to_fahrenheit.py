import pytest
import to_fahrenheit


def test_a_warm_day():
    assert to_fahrenheit.to_fahrenheit(25) == pytest.approx(77)


def test_water_freezes_at_32():
    assert to_fahrenheit.to_fahrenheit(0) == pytest.approx(32)


def test_both_scales_meet_at_minus_40():
    assert to_fahrenheit.to_fahrenheit(-40) == pytest.approx(-40)


def test_half_a_degree_counts():
    assert to_fahrenheit.to_fahrenheit(36.5) == pytest.approx(97.7)


def test_nothing_is_rounded():
    assert to_fahrenheit.to_fahrenheit(36.66) == pytest.approx(97.988)


def test_a_very_cold_day():
    assert to_fahrenheit.to_fahrenheit(-60) == pytest.approx(-76)
