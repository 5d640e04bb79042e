from count_words import count_words


def test_each_once():
    assert count_words("tea and cake") == {"tea": 1, "and": 1, "cake": 1}


def test_twice():
    assert count_words("tea tea cake") == {"tea": 2, "cake": 1}


def test_capitals():
    assert count_words("Tea tea TEA") == {"tea": 3}


def test_punctuation():
    assert count_words("Tea, please! Tea.") == {"tea": 2, "please": 1}


def test_empty():
    assert count_words("") == {}
