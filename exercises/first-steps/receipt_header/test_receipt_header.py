from receipt_header import receipt_header


def printed_lines(capsys):
    receipt_header()
    return capsys.readouterr().out.splitlines()


def test_begins_with_the_name_of_the_shop(capsys):
    assert printed_lines(capsys)[:1] == ["HARBOUR"]


def test_names_the_products_in_the_second_line(capsys):
    assert printed_lines(capsys)[1:2] == ["tea * mugs * gifts"]


def test_names_the_receipt_in_the_third_line(capsys):
    assert printed_lines(capsys)[2:3] == ["Receipt no. 1042"]


def test_ends_with_a_line_of_twenty_hyphens(capsys):
    assert printed_lines(capsys)[3:] == ["-" * 20]
