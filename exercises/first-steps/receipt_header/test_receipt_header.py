from receipt_header import receipt_header


def test_prints_the_four_lines(capsys):
    receipt_header()
    assert capsys.readouterr().out == (
        "HARBOUR\n"
        "tea * mugs * gifts\n"
        "Receipt no. 1042\n"
        "--------------------\n"
    )
