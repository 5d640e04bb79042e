from shopping_list import ShoppingList


def list_with(*items):
    """A list of the family Okafor with these items added."""
    shopping = ShoppingList("Okafor")
    for item in items:
        shopping.add(item)
    return shopping


def test_a_new_list_is_empty():
    assert ShoppingList("Okafor").items == []


def test_a_list_knows_its_family():
    assert ShoppingList("Okafor").family == "Okafor"


def test_an_item_is_added():
    assert list_with("milk").items == ["milk"]


def test_items_are_added_at_the_end():
    assert list_with("milk", "bread", "apples").items == ["milk", "bread", "apples"]


def test_an_item_is_not_added_twice():
    assert list_with("milk", "bread", "milk").items == ["milk", "bread"]


def test_what_was_bought_is_off_the_list():
    shopping = list_with("milk", "bread")
    shopping.bought("milk")
    assert shopping.items == ["bread"]


def test_only_what_was_bought_is_off_the_list():
    shopping = list_with("milk", "bread", "apples")
    shopping.bought("bread")
    assert shopping.items == ["milk", "apples"]


def test_capitals_make_another_item():
    assert list_with("milk", "MILK").items == ["milk", "MILK"]


def test_buying_something_else_changes_nothing():
    shopping = list_with("milk")
    shopping.bought("tea")
    assert shopping.items == ["milk"]


def test_an_item_can_come_back_after_it_was_bought():
    shopping = list_with("milk", "bread")
    shopping.bought("milk")
    shopping.add("milk")
    assert shopping.items == ["bread", "milk"]


def test_two_families_have_two_lists():
    okafor = ShoppingList("Okafor")
    silva = ShoppingList("Silva")
    okafor.add("milk")
    silva.add("tea")
    assert okafor.items == ["milk"]
    assert silva.items == ["tea"]


def test_the_text_names_family_and_items():
    assert list_with("milk", "bread").text() == "Okafor: milk, bread"


def test_the_text_of_an_empty_list_says_so():
    assert ShoppingList("Silva").text() == "Silva: nothing to buy"


def test_an_item_may_be_part_of_another():
    shopping = list_with("milk chocolate", "milk")
    assert shopping.items == ["milk chocolate", "milk"]
    shopping.bought("milk")
    assert shopping.items == ["milk chocolate"]


def test_spaces_make_another_item():
    assert list_with("milk", " milk").items == ["milk", " milk"]


def test_buying_something_in_capitals_is_buying_something_else():
    shopping = list_with("milk")
    shopping.bought("Milk")
    assert shopping.items == ["milk"]


def test_the_family_stays_as_it_was_given():
    assert ShoppingList("van der Berg").text() == "van der Berg: nothing to buy"
