import importlib
import re
import sys
from pathlib import Path

import pytest

HEADER = "date,category,what,amount"


def report(monkeypatch, capsys, folder, *rows, typed=()):
    """Write a file with these rows, run the program, type its name; what was printed, by line."""
    monkeypatch.syspath_prepend(str(Path.cwd()))
    monkeypatch.chdir(folder)
    Path("papers").mkdir(exist_ok=True)
    Path("papers/spending.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    given = iter([*typed, "papers/spending.csv"])
    asked = []

    def answer(question=""):
        asked.append(question)
        line = next(given, None)
        if line is None:
            pytest.fail(
                "The program asks again, though there is a file with the name that was typed."
            )
        return line

    monkeypatch.setattr("builtins.input", answer)
    sys.modules.pop("spending_report", None)
    program = importlib.import_module("spending_report")
    if not asked and hasattr(program, "main"):
        program.main()
    return capsys.readouterr().out.splitlines()


def amounts(line):
    """The amounts with two decimals in a line, as they are written there."""
    return re.findall(r"(?<![\d.])-?\d+\.\d\d(?!\d)", line)


def about(lines, word):
    """The lines that have this word in them."""
    return [line for line in lines if word.lower() in line.lower()]


def the_line(lines, word):
    """The one line that has this word in it."""
    found = about(lines, word)
    if len(found) != 1:
        pytest.fail(f"One line should have `{word}` in it; here {len(found)} have: {lines}")
    return found[0]


GOOD = "2026-03-02,food,Bread,4.50"
BAD = {
    "amount in words": "2026-03-04,food,Tea,twelve",
    "no amount": "2026-03-04,food,Tea,",
    "two dots": "2026-03-04,food,Tea,1.2.3",
    "no such day": "2026-02-30,food,Tea,12.00",
    "another form of date": "02/03/2026,food,Tea,12.00",
    "no date": ",food,Tea,12.00",
    "no category": "2026-03-04,,Tea,12.00",
    "category of spaces": "2026-03-04,  ,Tea,12.00",
    "too short": "2026-03-04,food",
    "only a date": "2026-03-04",
}


def earlier_run(folder):
    """Leave a list of bad lines behind, as a run of yesterday may have."""
    (folder / "papers").mkdir()
    (folder / "papers" / "bad_lines.txt").write_text("7: yesterday\n", encoding="utf-8")


def numbers(folder):
    """What the lines of bad_lines.txt begin with."""
    path = folder / "papers" / "bad_lines.txt"
    if not path.exists():
        pytest.fail("There is no bad_lines.txt in the folder of the CSV file, though a row is bad.")
    text = path.read_text(encoding="utf-8")
    return [line.partition(":")[0].strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("row", BAD.values(), ids=BAD)
def test_a_bad_row_is_not_counted(monkeypatch, capsys, tmp_path, row):
    lines = report(monkeypatch, capsys, tmp_path, HEADER, GOOD, row, "2026-03-05,bus,Day pass,8.00")
    total = the_line(lines, "total")
    assert amounts(total) == ["12.50"]


@pytest.mark.parametrize("row", BAD.values(), ids=BAD)
def test_a_bad_row_is_listed_with_its_number(monkeypatch, capsys, tmp_path, row):
    report(monkeypatch, capsys, tmp_path, HEADER, GOOD, row, "2026-03-05,bus,Day pass,8.00")
    assert numbers(tmp_path) == ["3"]


def test_says_how_many_rows_are_bad(monkeypatch, capsys, tmp_path):
    rows = [HEADER, "2026-03-04,food,Tea,x", GOOD, "2026-03-04,,Tea,1", "x,food,Tea,1"]
    lines = report(monkeypatch, capsys, tmp_path, *rows)
    assert numbers(tmp_path) == ["2", "4", "5"]
    assert "3" in " ".join(about(lines, "bad"))


def test_each_bad_row_says_what_is_wrong(monkeypatch, capsys, tmp_path):
    report(monkeypatch, capsys, tmp_path, HEADER, "2026-03-04,food,Tea,x", "2026-03-04,food")
    assert numbers(tmp_path) == ["2", "3"]
    text = (tmp_path / "papers" / "bad_lines.txt").read_text(encoding="utf-8")
    assert "" not in [line.partition(":")[2].strip() for line in text.splitlines()]


def test_without_bad_rows_there_is_no_list(monkeypatch, capsys, tmp_path):
    lines = report(monkeypatch, capsys, tmp_path, HEADER, GOOD)
    assert about(lines, "bad") == []
    assert not (tmp_path / "papers" / "bad_lines.txt").exists()


def test_a_list_from_an_earlier_run_is_removed(monkeypatch, capsys, tmp_path):
    earlier_run(tmp_path)
    report(monkeypatch, capsys, tmp_path, HEADER, GOOD)
    assert not (tmp_path / "papers" / "bad_lines.txt").exists()


def test_a_list_from_an_earlier_run_is_replaced(monkeypatch, capsys, tmp_path):
    earlier_run(tmp_path)
    report(monkeypatch, capsys, tmp_path, HEADER, "2026-03-04,food,Tea,x", GOOD)
    assert numbers(tmp_path) == ["2"]


def test_asks_again_when_there_is_no_such_file(monkeypatch, capsys, tmp_path):
    missing = "papers/none.csv"
    lines = report(monkeypatch, capsys, tmp_path, HEADER, GOOD, typed=[missing, missing])
    total = the_line(lines, "total")
    assert amounts(total) == ["4.50"]
