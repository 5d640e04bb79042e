from feature_flags import is_open, place

US_BUSINESS = {"country": "US", "plan": "business"}


def flag(**changes):
    """A flag for the checkout that is open for all, with some changes."""
    return {"name": "checkout", "on": True, "percent": 100, **changes}


def test_a_user_has_a_place_of_their_own():
    assert place("checkout", "mei") == 9
    assert place("checkout", "amira") == 42


def test_another_feature_gives_another_place():
    assert place("search", "mei") == 35


def test_all_places_are_used():
    assert {place("checkout", number) for number in range(2000)} == set(range(100))


def test_a_flag_at_100_percent_is_open():
    assert is_open(flag(), {"id": "amira"}) is True


def test_a_flag_that_is_off_is_closed():
    assert is_open(flag(on=False), {"id": "amira"}) is False


def test_off_beats_open_for():
    assert is_open(flag(on=False, open_for=["mei"]), {"id": "mei"}) is False


def test_a_place_below_the_percentage_is_open():
    assert is_open(flag(percent=10), {"id": "mei"}) is True


def test_a_place_that_equals_the_percentage_is_closed():
    assert is_open(flag(percent=9), {"id": "mei"}) is False


def test_the_name_of_the_flag_counts():
    assert is_open(flag(name="search", percent=35), {"id": "mei"}) is False
    assert is_open(flag(name="search", percent=36), {"id": "mei"}) is True


def test_closed_for_a_user_with_all_attributes_of_a_rule():
    user = {"id": "mei", "country": "US", "plan": "business", "age": 33}
    assert is_open(flag(closed_for=[US_BUSINESS]), user) is False


def test_open_for_a_user_with_only_some_attributes_of_a_rule():
    user = {"id": "mei", "country": "US", "plan": "private"}
    assert is_open(flag(closed_for=[US_BUSINESS]), user) is True


def test_an_attribute_that_is_not_there_does_not_fit():
    assert is_open(flag(closed_for=[US_BUSINESS]), {"id": "mei", "country": "US"}) is True
    assert is_open(flag(closed_for=[{"vat": None}]), {"id": "mei"}) is True


def test_one_fitting_rule_of_several_is_enough():
    rules = [US_BUSINESS, {"country": "PT"}]
    assert is_open(flag(closed_for=rules), {"id": "mei", "country": "PT"}) is False


def test_a_rule_without_attributes_closes_it_for_everybody():
    assert is_open(flag(closed_for=[{}]), {"id": "mei"}) is False


def test_no_rules_close_it_for_nobody():
    assert is_open(flag(closed_for=[]), {"id": "mei"}) is True


def test_open_for_somebody_whatever_the_place():
    assert is_open(flag(percent=0, open_for=["amira"]), {"id": "amira"}) is True


def test_others_are_not_let_in_with_them():
    assert is_open(flag(percent=0, open_for=["amira"]), {"id": "mei"}) is False


def test_a_part_of_an_id_is_another_id():
    assert is_open(flag(percent=0, open_for=["amira"]), {"id": "mira"}) is False


def test_closed_for_beats_open_for():
    both = flag(closed_for=[{"country": "US"}], open_for=["mei"])
    assert is_open(both, {"id": "mei", "country": "US"}) is False
