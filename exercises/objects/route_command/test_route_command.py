import pytest
from route_command import route_command


def test_add_puts_a_town_at_the_end():
    assert route_command(["Porto", "Faro"], "add Braga") == ["Porto", "Faro", "Braga"]


def test_add_works_on_an_empty_route():
    assert route_command([], "add Braga") == ["Braga"]


def test_add_before_puts_a_town_in_front_of_another():
    stops = ["Porto", "Faro", "Lagos"]
    assert route_command(stops, "add Braga before Faro") == ["Porto", "Braga", "Faro", "Lagos"]


def test_add_before_the_first_town():
    assert route_command(["Porto"], "add Braga before Porto") == ["Braga", "Porto"]


def test_skip_takes_a_town_out():
    assert route_command(["Porto", "Faro"], "skip Porto") == ["Faro"]


def test_skip_takes_out_the_first_of_two():
    assert route_command(["Porto", "Faro", "Porto"], "skip Porto") == ["Faro", "Porto"]


def test_back_turns_the_route_around():
    assert route_command(["Porto", "Faro", "Lagos"], "back") == ["Lagos", "Faro", "Porto"]


def test_more_spaces_do_not_matter():
    assert route_command(["Porto"], "  add   Braga ") == ["Porto", "Braga"]


@pytest.mark.parametrize(
    "command",
    ["", "dance", "add", "skip", "back home", "add A B", "add A after Porto", "remove Porto", "ADD A"]
    + ["skip Porto Faro", "add A before", "add A before Porto Faro", "add before Porto"],
)
def test_anything_else_is_an_error(command):
    with pytest.raises(ValueError):
        route_command(["Porto", "Faro"], command)


def test_a_town_to_skip_must_be_on_the_route():
    with pytest.raises(ValueError):
        route_command(["Porto"], "skip Oslo")


def test_the_other_town_must_be_on_the_route():
    with pytest.raises(ValueError):
        route_command(["Porto"], "add Braga before Oslo")


@pytest.mark.parametrize("command", ["add Braga", "add Braga before Faro", "skip Porto", "back"])
def test_the_list_of_the_caller_stays_as_it_is(command):
    stops = ["Porto", "Faro"]
    route_command(stops, command)
    assert stops == ["Porto", "Faro"]


def test_a_town_may_be_on_the_route_twice():
    assert route_command(["Porto", "Faro"], "add Porto") == ["Porto", "Faro", "Porto"]
    assert route_command(["Porto", "Faro"], "add Faro before Porto") == ["Faro", "Porto", "Faro"]


def test_a_long_route_stays_whole():
    stops = [f"Stop{number}" for number in range(20)]
    assert route_command(stops, "add Braga") == [*stops, "Braga"]
    assert route_command(stops, "back") == stops[::-1]
