import io

import pytest

from stock_cli import low_stock, main

STOCK = "TEA-01,3\nMUG-02,9\nJAM-03,0\n"


@pytest.fixture
def file(tmp_path):
    """A file with the stock, as one would name it in a terminal."""
    path = tmp_path / "stock.csv"
    path.write_text(STOCK, encoding="utf-8")
    return str(path)


def test_low_stock_finds_what_is_below():
    assert low_stock(["TEA-01,3", "MUG-02,9", "JAM-03,0"], 5) == [("TEA-01", 3), ("JAM-03", 0)]


def test_as_many_as_below_is_enough():
    assert low_stock(["TEA-01,5", "MUG-02,4"], 5) == [("MUG-02", 4)]


def test_spaces_and_empty_lines_do_no_harm():
    assert low_stock([" TEA-01 , 3 \n", "\n", "MUG-02,9\n"], 5) == [("TEA-01", 3)]


@pytest.mark.parametrize("line", ["MUG-02", "MUG-02,", "MUG-02,many", "MUG-02,4,4", ",7"])
def test_a_line_that_cannot_be_read_is_named(line):
    with pytest.raises(ValueError) as caught:
        low_stock(["TEA-01,3", "", line], 5)
    assert "line 3" in str(caught.value)


def test_a_first_line_that_is_no_product_is_named_too():
    with pytest.raises(ValueError) as caught:
        low_stock(["sku,count", "TEA-01,3"], 5)
    assert "line 1" in str(caught.value)


def test_low_products_are_printed_and_the_status_is_1(file, capsys):
    assert main([file]) == 1
    assert capsys.readouterr().out == "TEA-01\t3\nJAM-03\t0\n"


def test_nothing_low_is_silence_and_status_0(tmp_path, capsys):
    path = tmp_path / "full.csv"
    path.write_text("MUG-02,5\n", encoding="utf-8")
    status = main([str(path)])
    assert status == 0 and type(status) is int
    assert capsys.readouterr().out == ""


def test_the_limit_can_be_chosen(file, capsys):
    assert main(["--below", "1", file]) == 1
    assert capsys.readouterr().out == "JAM-03\t0\n"


def test_without_a_file_it_reads_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("TEA-01,3\n"))
    assert main([]) == 1
    assert capsys.readouterr().out == "TEA-01\t3\n"


def test_a_file_that_is_not_there_is_told_on_standard_error(tmp_path, capsys):
    assert main([str(tmp_path / "nowhere.csv")]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "nowhere.csv" in printed.err


def test_a_folder_cannot_be_opened_either(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err


def test_standard_input_that_cannot_be_read_is_told_too(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("TEA-01,3\nMUG-02\n"))
    assert main([]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "line 2" in printed.err


def test_a_line_that_cannot_be_read_is_told_on_standard_error(tmp_path, capsys):
    path = tmp_path / "stock.csv"
    path.write_text("TEA-01,3\nMUG-02\n", encoding="utf-8")
    assert main([str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == "", "nothing of a file that cannot be read is printed"
    assert "line 2" in printed.err


def test_an_unknown_option_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--colour"])
    assert caught.value.code == 2
    assert capsys.readouterr().err


def test_twenty_low_products_are_all_listed(capsys, tmp_path):
    lines = [f"CARD-{number:02},3" for number in range(20)]
    assert low_stock(lines, 5) == [(f"CARD-{number:02}", 3) for number in range(20)]
    path = tmp_path / "stock.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert main([str(path)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 20
