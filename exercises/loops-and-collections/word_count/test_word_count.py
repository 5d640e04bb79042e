from word_count import word_count


def test_counts_every_word():
    assert word_count(["tea", "mug", "tea"]) == {"tea": 2, "mug": 1}


def test_a_word_that_comes_three_times():
    assert word_count(["tea", "tea", "tea"]) == {"tea": 3}


def test_words_that_come_once():
    assert word_count(["tea", "mug", "honey"]) == {"tea": 1, "mug": 1, "honey": 1}


def test_capital_letters_make_another_word():
    assert word_count(["Tea", "tea"]) == {"Tea": 1, "tea": 1}


def test_a_space_makes_another_word():
    assert word_count(["tea", " tea"]) == {"tea": 1, " tea": 1}
    assert word_count(["tea", "tea ", "tea "]) == {"tea": 1, "tea ": 2}


def test_an_empty_word_is_counted_too():
    assert word_count(["tea", "", ""]) == {"tea": 1, "": 2}


def test_a_word_inside_a_longer_one_is_not_counted():
    assert word_count(["teapot", "tea", "pot"]) == {"teapot": 1, "tea": 1, "pot": 1}


def test_no_words_give_an_empty_dictionary():
    assert word_count([]) == {}


def test_the_list_of_words_stays_as_it_was():
    words = ["tea", "mug", "tea"]
    word_count(words)
    assert words == ["tea", "mug", "tea"]


def test_twenty_different_words_are_all_counted():
    words = [f"word {number}" for number in range(20)]
    assert word_count(words + words) == dict.fromkeys(words, 2)
