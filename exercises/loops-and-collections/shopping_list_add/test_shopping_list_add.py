from shopping_list_add import shopping_list_add


def test_adds_a_new_thing_at_the_end():
    assert shopping_list_add(["milk"], "tea") == ["milk", "tea"]


def test_starts_with_an_empty_list():
    assert shopping_list_add([], "tea") == ["tea"]


def test_does_not_add_what_is_there_already():
    assert shopping_list_add(["milk", "tea"], "milk") == ["milk", "tea"]


def test_a_part_of_a_word_is_not_the_same_thing():
    assert shopping_list_add(["milkshake"], "milk") == ["milkshake", "milk"]
    assert shopping_list_add(["green tea", "milk"], "tea") == ["green tea", "milk", "tea"]


def test_the_family_sees_the_change():
    family_list = ["milk"]
    shopping_list_add(family_list, "tea")
    assert family_list == ["milk", "tea"]


def test_returns_the_same_list():
    family_list = ["milk"]
    shopping_list_add(family_list, "milk").append("added later")
    assert family_list == ["milk", "added later"]


def test_uppercase_makes_another_thing():
    assert shopping_list_add(["Milk"], "milk") == ["Milk", "milk"]
    assert shopping_list_add(["milk"], "Milk") == ["milk", "Milk"]


def test_a_space_makes_another_thing():
    assert shopping_list_add(["milk"], " milk") == ["milk", " milk"]
    assert shopping_list_add(["milk"], "milk ") == ["milk", "milk "]


def test_what_was_on_the_list_stays_as_it_is():
    assert shopping_list_add(["tea", "jam", "tea"], "milk") == ["tea", "jam", "tea", "milk"]
