from looks_like_email import looks_like_email


def test_an_ordinary_address_is_fine():
    assert looks_like_email("mei@harbour.example") is True


def test_without_an_at_sign_it_is_not():
    assert looks_like_email("mei.harbour.example") is False


def test_without_a_dot_it_is_not():
    assert looks_like_email("mei@harbour") is False


def test_a_space_anywhere_is_a_typo():
    assert looks_like_email("mei lin@harbour.example") is False
    assert looks_like_email("mei@harbour.example ") is False
    assert looks_like_email(" mei@harbour.example") is False


def test_nothing_at_all_is_not_an_address():
    assert looks_like_email("") is False


def test_at_sign_and_dot_are_enough():
    assert looks_like_email("@.") is True


def test_the_dot_may_be_anywhere():
    assert looks_like_email("mei.lin@harbour") is True


def test_a_second_at_sign_is_fine():
    assert looks_like_email("mei@home@harbour.example") is True


def test_dots_beside_each_other_and_at_the_ends_are_fine():
    assert looks_like_email("mei..lin@harbour") is True
    assert looks_like_email(".mei@harbour.") is True
