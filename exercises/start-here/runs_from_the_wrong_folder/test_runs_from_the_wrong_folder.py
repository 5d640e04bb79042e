from runs_from_the_wrong_folder import print_card


def test_prints_a_card_that_works(capsys):
    print_card()
    assert capsys.readouterr().out == (
        "1. Open a terminal\n"
        "2. cd programs\n"
        "3. python3 till.py\n"
    )
