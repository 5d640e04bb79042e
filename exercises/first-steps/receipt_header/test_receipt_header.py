from receipt_header import receipt_header


def test_prints_the_four_lines(capsys):
    receipt_header()
    assert capsys.readouterr().out.splitlines() == [
        "HARBOUR",
        "tea * mugs * gifts",
        "Receipt no. 1042",
        "--------------------",
    ]
