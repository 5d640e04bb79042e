from add_vat import add_vat


def test_prints_item_net_tax_and_sum(capsys):
    add_vat("mug", 1000, 19)
    assert capsys.readouterr().out == "mug: 1000 + 190 VAT = 1190\n"


def test_uses_the_percentage_of_the_call(capsys):
    add_vat("tea", 500, 7)
    assert capsys.readouterr().out == "tea: 500 + 35 VAT = 535\n"


def test_rounds_the_tax_down(capsys):
    add_vat("card", 99, 19)
    assert capsys.readouterr().out == "card: 99 + 18 VAT = 117\n"


def test_prints_a_gift_for_nothing(capsys):
    add_vat("gift", 0, 19)
    assert capsys.readouterr().out == "gift: 0 + 0 VAT = 0\n"


def test_two_calls_print_two_lines(capsys):
    add_vat("mug", 1000, 19)
    add_vat("tea", 100, 7)
    assert capsys.readouterr().out == "mug: 1000 + 190 VAT = 1190\ntea: 100 + 7 VAT = 107\n"


def test_a_tax_without_a_fraction_is_not_rounded(capsys):
    add_vat("lamp", 100, 29)
    assert capsys.readouterr().out == "lamp: 100 + 29 VAT = 129\n"


def test_no_tax_is_printed_as_0(capsys):
    add_vat("book", 500, 0)
    assert capsys.readouterr().out == "book: 500 + 0 VAT = 500\n"


def test_less_than_a_cent_of_tax_is_0(capsys):
    add_vat("bag", 5, 19)
    assert capsys.readouterr().out == "bag: 5 + 0 VAT = 5\n"


def test_the_item_stays_as_it_is(capsys):
    add_vat("Earl Grey, 100 g", 100, 15)
    assert capsys.readouterr().out == "Earl Grey, 100 g: 100 + 15 VAT = 115\n"
