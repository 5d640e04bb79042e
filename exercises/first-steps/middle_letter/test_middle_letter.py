from middle_letter import middle_letter


def test_an_odd_number_of_letters():
    assert middle_letter("mug") == "u"


def test_an_even_number_of_letters():
    assert middle_letter("cake") == "k"


def test_a_single_letter():
    assert middle_letter("a") == "a"


def test_two_letters():
    assert middle_letter("no") == "o"


def test_a_long_word():
    assert middle_letter("marmalade") == "a"
    assert middle_letter("harbour") == "b"
    assert middle_letter("refrigerator") == "e"


def test_the_letter_stays_as_it_is():
    assert middle_letter("TEA") == "E"
    assert middle_letter("Ömür") == "ü"
