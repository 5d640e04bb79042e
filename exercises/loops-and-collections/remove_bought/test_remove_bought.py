from remove_bought import remove_bought


def test_takes_out_what_was_bought():
    assert remove_bought(["milk", "tea", "eggs"], "tea") == ["milk", "eggs"]


def test_takes_out_only_the_first_of_two():
    assert remove_bought(["tea", "milk", "tea"], "tea") == ["milk", "tea"]
    assert remove_bought(["milk", "tea", "tea"], "tea") == ["milk", "tea"]
    assert remove_bought(["tea", "tea", "milk", "tea"], "tea") == ["tea", "milk", "tea"]


def test_other_things_that_are_on_it_twice_stay_twice():
    assert remove_bought(["eggs", "tea", "eggs"], "tea") == ["eggs", "eggs"]


def test_the_last_thing_leaves_an_empty_list():
    assert remove_bought(["tea"], "tea") == []


def test_something_that_is_not_on_the_list_changes_nothing():
    assert remove_bought(["milk", "eggs"], "tea") == ["milk", "eggs"]


def test_the_list_at_home_stays_as_it_was():
    at_home = ["milk", "tea", "eggs"]
    remove_bought(at_home, "tea")
    assert at_home == ["milk", "tea", "eggs"]


def test_the_new_list_is_not_the_one_at_home():
    at_home = ["milk", "eggs"]
    remove_bought(at_home, "tea").append("added later")
    assert at_home == ["milk", "eggs"]


def test_a_part_of_a_word_is_not_the_same_thing():
    assert remove_bought(["milk chocolate", "milk"], "milk") == ["milk chocolate"]
    assert remove_bought(["milk chocolate"], "milk") == ["milk chocolate"]


def test_uppercase_makes_another_thing():
    assert remove_bought(["Apple juice", "apple juice"], "apple juice") == ["Apple juice"]


def test_what_is_left_stays_as_it_is():
    assert remove_bought(["Eggs ", "tea", "MILK"], "tea") == ["Eggs ", "MILK"]


def test_the_whole_of_a_long_list_is_left():
    items = [f"item {number}" for number in range(20)]
    assert remove_bought(items, "item 0") == items[1:]
