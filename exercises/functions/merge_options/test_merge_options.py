from merge_options import merge_options


def test_nothing_gives_an_empty_dictionary():
    merged = merge_options()
    assert isinstance(merged, dict)
    assert merged == {}


def test_one_layer_is_the_result():
    assert merge_options({"language": "en"}) == {"language": "en"}
    assert merge_options({"language": "en", "size": None}) == {"language": "en"}


def test_layers_with_different_options_are_joined():
    assert merge_options({"language": "en"}, {"beta": True}) == {"language": "en", "beta": True}
    assert merge_options({"size": 1}, {"beta": True}, {"retries": 3}) == {
        "size": 1,
        "beta": True,
        "retries": 3,
    }


def test_the_later_layer_wins():
    assert merge_options({"size": 1}, {"size": 2}, {"size": 3}) == {"size": 3}


def test_a_named_change_wins_over_every_layer():
    assert merge_options({"size": 1}, {"size": 2}, size=9) == {"size": 9}


def test_a_named_change_can_add_an_option():
    assert merge_options({"size": 1}, colour="blue") == {"size": 1, "colour": "blue"}


def test_changes_alone_are_enough():
    assert merge_options(size=1) == {"size": 1}


def test_none_takes_an_option_away():
    assert merge_options({"size": 1, "beta": True}, beta=None) == {"size": 1}
    assert merge_options({"size": None, "beta": True}, beta=None, retries=3) == {"retries": 3}


def test_none_for_an_option_that_is_not_there_changes_nothing():
    assert merge_options({"size": 1}, beta=None) == {"size": 1}


def test_none_in_a_layer_can_be_overridden():
    assert merge_options({"size": None}, {"size": 4}) == {"size": 4}


def test_none_in_a_later_layer_takes_an_option_away():
    assert merge_options({"size": 4}, {"size": None}) == {}


def test_false_and_zero_and_an_empty_string_are_kept():
    options = {"beta": False, "retries": 0, "name": ""}
    assert merge_options(options) == {"beta": False, "retries": 0, "name": ""}
    assert merge_options({"beta": True}, beta=False, retries=0) == {"beta": False, "retries": 0}


def test_the_layers_stay_as_they_are():
    company = {"language": "en"}
    shop = {"language": "pt", "beta": None}
    merge_options(company, shop, language="de")
    assert company == {"language": "en"}
    assert shop == {"language": "pt", "beta": None}


def test_the_result_is_a_new_dictionary():
    company = {"language": "en"}
    merge_options(company)["beta"] = True
    assert company == {"language": "en"}


def test_a_dictionary_is_a_value_like_any_other():
    merged = merge_options({"colours": {"text": "black"}}, {"colours": {"page": "white"}})
    assert merged == {"colours": {"page": "white"}}
    assert merge_options({"colours": {}}) == {"colours": {}}


def test_an_option_may_have_any_name():
    merged = merge_options({"base": 1}, base=2, first=3, options=4, layer=5, result=6)
    assert merged == {"base": 2, "first": 3, "options": 4, "layer": 5, "result": 6}


def test_options_with_the_same_value_all_stay():
    assert merge_options({"beta": True, "dark": True}) == {"beta": True, "dark": True}


def test_twenty_options_are_all_in_the_result():
    options = {f"option {number}": number for number in range(20)}
    assert merge_options(options) == options
