from first_traceback import opening_sign


def test_prints_the_whole_sign(capsys):
    opening_sign()
    assert capsys.readouterr().out == (
        "Harbour: tea, mugs, parcels\n"
        "Open from 9 to 18\n"
        "Welcome\n"
    )
