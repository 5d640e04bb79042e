import pytest
from thermostat import Thermostat


def test_heats_while_it_is_too_cold():
    assert Thermostat(18, 16.5).heating is True


def test_does_not_heat_while_it_is_too_warm():
    assert Thermostat(18, 19).heating is False


def test_does_not_heat_exactly_at_the_target():
    assert Thermostat(18, 18).heating is False


def test_heating_follows_what_is_measured():
    room = Thermostat(18, 16)
    room.measured = 20
    assert room.heating is False


def test_heating_follows_the_target():
    room = Thermostat(18, 19)
    room.target = 22
    assert room.heating is True


def test_heating_cannot_be_set():
    room = Thermostat(18, 16)
    with pytest.raises(AttributeError):
        room.heating = False


def test_target_and_measured_can_be_read():
    room = Thermostat(18, -4)
    assert (room.target, room.measured) == (18, -4)


def test_the_target_can_be_set():
    room = Thermostat(18, 16)
    room.target = 21
    assert room.target == 21


@pytest.mark.parametrize("degrees", [5, 30])
def test_the_limits_themselves_are_allowed(degrees):
    assert Thermostat(degrees, 16).target == degrees


@pytest.mark.parametrize("degrees", [4.9, 30.1, -20])
def test_a_target_beyond_the_limits_is_an_error(degrees):
    room = Thermostat(18, 16)
    with pytest.raises(ValueError):
        room.target = degrees


@pytest.mark.parametrize("degrees", [4, 31])
def test_a_new_thermostat_has_the_same_limits(degrees):
    with pytest.raises(ValueError):
        Thermostat(degrees, 16)


def test_after_an_error_the_target_is_as_before():
    room = Thermostat(18, 16)
    with pytest.raises(ValueError):
        room.target = 45
    assert room.target == 18


def test_the_target_can_be_read_in_fahrenheit():
    assert Thermostat(20, 16).target_f == pytest.approx(68)
    assert Thermostat(5, 16).target_f == pytest.approx(41)


def test_fahrenheit_is_not_rounded():
    room = Thermostat(20.5, 16)
    assert room.target_f == pytest.approx(68.9)
    room.target_f = 69.8
    assert room.target == pytest.approx(21)


def test_a_target_that_is_set_in_fahrenheit_is_not_rounded():
    room = Thermostat(18, 16)
    room.target_f = 70
    assert room.target_f == pytest.approx(70)
    assert room.target == pytest.approx(190 / 9)


def test_the_target_can_be_set_in_fahrenheit():
    room = Thermostat(18, 16)
    room.target_f = 50
    assert room.target == pytest.approx(10)


def test_the_limits_hold_in_fahrenheit():
    room = Thermostat(18, 16)
    with pytest.raises(ValueError):
        room.target_f = 100
    assert room.target == 18


@pytest.mark.parametrize(("fahrenheit", "celsius"), [(41, 5), (86, 30)])
def test_the_limits_themselves_are_allowed_in_fahrenheit(fahrenheit, celsius):
    room = Thermostat(18, 16)
    room.target_f = fahrenheit
    assert room.target == pytest.approx(celsius)


def test_fahrenheit_keeps_all_its_decimals():
    assert Thermostat(20.123, 16).target_f == pytest.approx(68.2214)


def test_fahrenheit_follows_the_target():
    room = Thermostat(18, 16)
    room.target_f = 68
    room.target = 10
    assert room.target_f == pytest.approx(50)


def test_two_thermostats_have_two_targets():
    first, second = Thermostat(18, 16), Thermostat(25, 20)
    assert (first.target, second.target) == (18, 25)
    assert (first.measured, second.measured) == (16, 20)


def test_parts_of_a_degree_count():
    assert Thermostat(16.6, 16.7).heating is False
    assert Thermostat(16.7, 16.6).heating is True
