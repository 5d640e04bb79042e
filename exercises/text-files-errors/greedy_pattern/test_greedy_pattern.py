from greedy_pattern import placeholders


def test_one_name():
    assert placeholders("Dear {name}") == ["name"]


def test_two_names():
    assert placeholders("{name}: parcel {sku} is on its way") == ["name", "sku"]


def test_names_that_touch():
    assert placeholders("{first}{last}") == ["first", "last"]


def test_the_same_name_twice_is_listed_twice():
    assert placeholders("{sku} and {sku}") == ["sku", "sku"]


def test_a_name_may_have_spaces_and_hyphens():
    assert placeholders("Dear {first name}, {pick-up day}") == ["first name", "pick-up day"]


def test_a_name_may_be_one_letter():
    assert placeholders("{x}") == ["x"]


def test_an_empty_pair_is_no_placeholder():
    assert placeholders("{}") == []


def test_an_empty_pair_takes_nothing_from_the_next_name():
    assert placeholders("Box {} for {name}") == ["name"]


def test_an_opening_brace_alone_is_text():
    assert placeholders("Only {today: {sku}") == ["sku"]


def test_a_closing_brace_alone_is_text():
    assert placeholders("{sku} :-} and {name}") == ["sku", "name"]


def test_names_on_several_lines():
    assert placeholders("Dear {name},\n{sku} is here.\n") == ["name", "sku"]


def test_a_text_without_names():
    assert placeholders("See you soon") == []


def test_everything_between_the_braces_is_the_name():
    assert placeholders("{order no.} or { ship/van }") == ["order no.", " ship/van "]


def test_a_name_may_be_of_nothing_but_spaces():
    assert placeholders("Dear { }") == [" "]


def test_a_name_may_go_over_two_lines():
    assert placeholders("Dear {first\nname}") == ["first\nname"]


def test_a_closing_brace_is_never_part_of_a_name():
    assert placeholders("{} and sku}") == []


def test_twenty_names_are_all_listed():
    names = [f"line {number}" for number in range(20)]
    assert placeholders("".join(f"{{{name}}}\n" for name in names)) == names
