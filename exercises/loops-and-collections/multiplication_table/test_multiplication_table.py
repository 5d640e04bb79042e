import multiplication_table


def test_the_smallest_table(capsys):
    multiplication_table.times_table(1)
    assert capsys.readouterr().out == "   1\n"


def test_a_table_of_three(capsys):
    multiplication_table.times_table(3)
    assert capsys.readouterr().out == (
        "   1   2   3\n"
        "   2   4   6\n"
        "   3   6   9\n"
    )


def test_wide_numbers_stay_in_their_columns(capsys):
    multiplication_table.times_table(12)
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "  12  24  36  48  60  72  84  96 108 120 132 144"


def test_every_row_is_there(capsys):
    multiplication_table.times_table(12)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [str(number) for number in range(1, 13)]
