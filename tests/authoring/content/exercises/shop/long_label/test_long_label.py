import pytest

from long_label import long_label


@pytest.mark.parametrize(("kind", "word"), [("S", "small"), ("M", "medium"), ("L", "large")])
def test_each_kind_has_its_word(kind, word):
    assert long_label(kind) == word
