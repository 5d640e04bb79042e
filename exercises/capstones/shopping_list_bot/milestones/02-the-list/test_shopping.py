from shopping_list_bot.messages import Action, Command, Item
from shopping_list_bot.shopping import ShoppingList, answer
from shopping_list_bot.texts import EMPTY, EMPTY_NOW, HELP, QUESTION


def add(shopping, *items):
    return answer(Command(Action.ADD, items), shopping)


def bought(shopping, *items):
    return answer(Command(Action.BOUGHT, items), shopping)


def test_adding_says_what_was_added():
    shopping = ShoppingList()
    said = add(shopping, Item("milk", 2), Item("bread"), Item("tea", 1))
    assert said == "Added: 2 milk, bread, tea."
    assert shopping.quantities == {"milk": 2, "bread": 1, "tea": 1}


def test_the_same_again_is_added_up():
    shopping = ShoppingList({"milk": 2, "tea": 1})
    assert add(shopping, Item("milk"), Item("tea", 3)) == "Added: milk (now 3), 3 tea (now 4)."
    assert shopping.quantities == {"milk": 3, "tea": 4}


def test_the_list_is_shown_in_the_order_of_wishes():
    shopping = ShoppingList({"tea": 1, "milk": 2})
    add(shopping, Item("bread"), Item("milk"))
    assert answer(Command(Action.SHOW), shopping) == "To buy:\n- tea\n- 3 milk\n- bread"
    assert shopping.quantities == {"tea": 1, "milk": 3, "bread": 1}
    assert answer(Command(Action.SHOW), ShoppingList()) == EMPTY


def test_what_was_bought_leaves_the_list():
    shopping = ShoppingList({"milk": 2, "tea": 1, "soap": 3})
    assert bought(shopping, Item("milk"), Item("soap", 3)) == "Bought: 2 milk, 3 soap."
    assert shopping.quantities == {"tea": 1}


def test_a_part_may_be_bought_and_never_more_than_there_is():
    shopping = ShoppingList({"milk": 3, "tea": 2, "soap": 1})
    assert bought(shopping, Item("milk", 1), Item("tea", 9)) == "Bought: milk, 2 tea."
    assert shopping.quantities == {"milk": 2, "soap": 1}


def test_what_is_not_on_the_list_is_said():
    shopping = ShoppingList({"milk": 1, "tea": 1})
    said = bought(shopping, Item("salt"), Item("milk"), Item("rum", 2))
    assert said == "Bought: milk.\nNot on the list: salt, rum."
    assert bought(shopping, Item("milk")) == "Not on the list: milk."
    assert shopping.quantities == {"tea": 1}
    assert bought(ShoppingList(), Item("tea")) == "Not on the list: tea."


def test_the_last_thing_bought_empties_the_list():
    shopping = ShoppingList({"milk": 1})
    said = bought(shopping, Item("milk"), Item("tea"))
    assert said == f"Bought: milk.\nNot on the list: tea.\n{EMPTY_NOW}"
    assert answer(Command(Action.SHOW), shopping) == EMPTY


def test_one_slip_in_a_name_on_the_list_is_forgiven():
    shopping = ShoppingList({"ham": 1, "bread": 1, "eggs": 6, "teas": 1, "tea": 1})
    said = bought(shopping, Item("braed"), Item("egg"), Item("tea"))
    assert said == "Bought: bread, 6 eggs, tea."
    assert bought(shopping, Item("jam"), Item("hm")) == "Not on the list: jam, hm."
    assert shopping.quantities == {"ham": 1, "teas": 1}
    assert add(shopping, Item("hams")) == "Added: hams."


def test_of_two_names_that_fit_the_first_on_the_list_is_meant():
    shopping = ShoppingList({"beans": 2, "beets": 3})
    assert bought(shopping, Item("beats")) == "Bought: 2 beans."
    assert bought(shopping, Item("beats")) == f"Bought: 3 beets.\n{EMPTY_NOW}"


def test_clear_help_and_a_question_back():
    shopping = ShoppingList({"milk": 1})
    assert answer(Command(Action.HELP), shopping) == HELP
    assert answer(Command(Action.UNKNOWN), shopping) == QUESTION
    assert shopping.quantities == {"milk": 1}
    assert answer(Command(Action.CLEAR), shopping) == EMPTY_NOW
    assert shopping.quantities == {}
