from longest_name import longest_name


def test_finds_the_longest_in_the_middle():
    assert longest_name(["tea", "marmalade", "mug"]) == "marmalade"


def test_finds_it_at_the_start():
    assert longest_name(["marmalade", "tea", "mug"]) == "marmalade"


def test_finds_it_at_the_end():
    assert longest_name(["tea", "mug", "honey"]) == "honey"


def test_the_first_of_two_that_are_equally_long():
    assert longest_name(["mug", "tea"]) == "mug"


def test_a_short_name_in_between_changes_nothing():
    assert longest_name(["marmalade", "tea", "honey"]) == "marmalade"


def test_only_one_name():
    assert longest_name(["tea"]) == "tea"


def test_a_name_of_one_character():
    assert longest_name(["x"]) == "x"


def test_an_empty_list_gives_an_empty_string():
    assert longest_name([]) == ""


def test_the_first_on_the_list_counts_and_not_the_first_of_the_alphabet():
    assert longest_name(["tea", "mug"]) == "tea"


def test_a_space_is_a_character_too():
    assert longest_name(["espresso", "green tea"]) == "green tea"


def test_spaces_at_the_end_count_and_stay():
    assert longest_name(["honey", "tea     "]) == "tea     "


def test_the_name_stays_as_it_is():
    assert longest_name(["tea", "Earl GREY"]) == "Earl GREY"


def test_several_short_words_are_not_longer_than_a_long_one():
    assert longest_name(["marmalade", "a b c"]) == "marmalade"


def test_the_list_stays_as_it_was():
    names = ["tea", "mug", "honey"]
    longest_name(names)
    assert names == ["tea", "mug", "honey"]
