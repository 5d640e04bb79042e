import pytest

from shopping_list_bot.messages import Action, Command, Item, is_slip, understand


def add(*items):
    return Command(Action.ADD, items)


def bought(*items):
    return Command(Action.BOUGHT, items)


def actions(*texts):
    return [understand(text).action for text in texts]


def test_a_name_alone_is_something_to_buy():
    assert understand("milk") == add(Item("milk"))
    assert understand("Toilet  Paper!") == add(Item("toilet paper"))
    assert {understand("milk"), understand("Milk.")} == {add(Item("milk"))}
    assert understand("brown sliced bread") == add(Item("brown sliced bread"))


def test_verbs_add_and_take_off():
    assert understand("Add milk.") == add(Item("milk"))
    assert understand("buy milk") == add(Item("milk"))
    assert understand("need milk") == add(Item("milk"))
    assert understand("we need extra virgin olive oil") == add(Item("extra virgin olive oil"))
    assert understand("bought milk") == bought(Item("milk"))
    assert understand("got milk") == bought(Item("milk"))
    assert understand("address labels") == add(Item("address labels"))


def test_several_items_in_one_message():
    three = add(Item("milk"), Item("candy"), Item("tea"))
    assert understand("add milk, candy and tea") == three
    assert understand("milk & candy, tea") == three
    assert understand("add milk\ncandy\n\ntea\n") == three
    assert understand("bought milk, and tea") == bought(Item("milk"), Item("tea"))


def test_quantities_as_figures_and_words():
    assert understand("2 milk and bread") == add(Item("milk", 2), Item("bread"))
    assert understand("add 12x eggs, 3 x tea") == add(Item("eggs", 12), Item("tea", 3))
    assert understand("bought an apple and the tea") == bought(Item("apple", 1), Item("tea"))
    assert understand("some tea and a lamp") == add(Item("tea"), Item("lamp", 1))
    words = "one tea, two tea, three tea, four tea, five tea, six tea"
    assert understand(words).items == tuple(Item("tea", number) for number in range(1, 7))


def test_questions_and_stores_show_the_list():
    everything = actions(
        "list", "Show", "I'm in the store, what should I buy?", "Is there any tea? ", "/list",
        "I'm in the store", "at the shop, by the tea", "at the supermarket!", "/list@family_bot",
    )  # fmt: skip
    assert everything == [Action.SHOW] * 9
    assert understand("list of guests") != Command(Action.SHOW)


def test_clear_and_help():
    assert actions("clear", "Clear the list.", "bought everything") == [Action.CLEAR] * 3
    helped = actions("/start", "help", "Hello!", "hi", "/help@family_bot", "help?")
    assert helped == [Action.HELP] * 6
    assert understand("/add@family_bot 2 milk") == add(Item("milk", 2))
    assert understand("clear") == Command(Action.CLEAR, ())


def test_one_slip_in_bought_and_clear_is_forgiven():
    for word in ("bougth", "brought", "bougt", "nought"):
        assert understand(f"{word} milk") == bought(Item("milk"))
    assert actions("claer", "clar the list", "brought everything") == [Action.CLEAR] * 3
    assert understand("bright lamp") == add(Item("bright lamp"))
    assert understand("soap") == add(Item("soap"))


def test_only_the_first_word_may_have_a_slip():
    assert understand("add clean towels") == add(Item("clean towels"))
    assert understand("got clean towels") == bought(Item("clean towels"))


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "...", "add", "bought", "we need", "buy ,"),
        *("5", "0 milk", "milk and 5", "add 0 milk, tea", "😀"),
        "the weather is really nice",
    ],
)
def test_what_is_not_understood_has_no_items(text):
    assert understand(text) == Command(Action.UNKNOWN)


def test_a_slip_is_one_letter_missing_too_many_wrong_or_swapped():
    missing, too_many = ["bred", "read", "brea"], ["brread", "breads", "abread"]
    wrong, swapped = ["brend", "tread", "break"], ["braed", "rbead", "breda"]
    for word in ["bread", *missing, *too_many, *wrong, *swapped]:
        assert is_slip(word, "bread") is True


def test_more_than_one_slip_is_another_word():
    for word in ["", "bed", "bear", "breadth", "berda", "dread s", "milk", "rbeda"]:
        assert is_slip(word, "bread") is False
