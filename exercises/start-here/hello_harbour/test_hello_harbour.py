from hello_harbour import hello


def test_prints_the_greeting(capsys):
    hello()
    assert capsys.readouterr().out == "Hello, Harbour!\n"
