from swap_shelves import swap_shelves


def test_swaps_tea_and_mugs(capsys):
    swap_shelves("tea", "mugs")
    assert capsys.readouterr().out == "left: mugs\nright: tea\n"


def test_swaps_other_things_too(capsys):
    swap_shelves("gifts", "cups")
    assert capsys.readouterr().out == "left: cups\nright: gifts\n"


def test_swaps_numbers_of_boxes(capsys):
    swap_shelves(3, 12)
    assert capsys.readouterr().out == "left: 12\nright: 3\n"


def test_the_names_themselves_have_the_new_values():
    assert swap_shelves("honey", "cards") == ("cards", "honey")
    assert swap_shelves(3, 12) == (12, 3)
