from parcel_label import parcel_label


def test_makes_a_label_of_four_lines():
    assert (
        parcel_label("Amira Haddad", "Rua Nova 5", "Lisbon", "this side up")
        == 'To: Amira Haddad\nRua Nova 5\nLisbon\n"this side up"'
    )


def test_uses_whatever_is_passed_in():
    assert parcel_label("Jonas", "Harbour Road 12", "Hull", "glass") == (
        'To: Jonas\nHarbour Road 12\nHull\n"glass"'
    )


def test_ends_with_the_note_and_no_new_line():
    assert parcel_label("A", "B", "C", "D") == 'To: A\nB\nC\n"D"'


def test_every_part_stays_as_it_is():
    assert parcel_label("Émile de Vries", "rue de l'Été 3", "Vila do Conde", "à l'abri") == (
        "To: Émile de Vries\nrue de l'Été 3\nVila do Conde\n\"à l'abri\""
    )
