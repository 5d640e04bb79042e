from initials import initials


def test_takes_the_first_letter_of_each_name():
    assert initials("Amira", "Haddad") == "A.H."


def test_works_for_short_names():
    assert initials("Mei", "Lin") == "M.L."


def test_a_capital_in_the_middle_of_a_name_does_not_count():
    assert initials("McKenna", "MacDonald") == "M.M."


def test_works_for_names_with_accents():
    assert initials("Émile", "Ek") == "É.E."


def test_works_for_a_single_letter():
    assert initials("J", "B") == "J.B."
