from clean_name import clean_name


def test_becomes_uppercase():
    assert clean_name("mei") == "MEI"


def test_spaces_at_both_ends_go_away():
    assert clean_name("  Jonas ") == "JONAS"


def test_a_space_in_the_middle_becomes_a_dot():
    assert clean_name("Amira Haddad") == "AMIRA.HADDAD"


def test_what_is_neither_letter_nor_space_stays():
    assert clean_name("anne-marie o'neill") == "ANNE-MARIE.O'NEILL"


def test_all_of_it_together():
    assert clean_name("  ana sofia Reis  ") == "ANA.SOFIA.REIS"
    assert clean_name("Tomás de la Peña ") == "TOMÁS.DE.LA.PEÑA"


def test_a_dot_at_the_end_of_a_name_stays():
    assert clean_name(" Mei Lin Jr. ") == "MEI.LIN.JR."
