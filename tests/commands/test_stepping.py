"""`course run --step`: a program of the learner's own, step by step."""

from __future__ import annotations

from pathlib import Path

from tests.commands.own_program import COURSE, started


def test_it_is_stepped_through_with_its_files_input_and_arguments(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "prices.txt").write_text("450\n", encoding="utf-8")
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    for number in range(201):
        (tmp_path / "deep" / "deeper" / f"{number}.txt").touch()
    source = (
        "import sys\n"
        "price = open('data/prices.txt').read().strip()\n"
        "name = input()\n"
        "word = sys.argv[1]\n"
    )
    (tmp_path / "own.py").write_text(source, encoding="utf-8")
    done = started(tmp_path, [*COURSE, "--step", "own.py", "hello"], "Mei\n")
    assert done.returncode == 0, done.stderr
    assert "the program sees 200 files of it only, the nearest" in done.stderr
    assert "price is '450' (new)" in done.stdout
    assert "name is 'Mei' (new)" in done.stdout
    assert "word is 'hello' (new)" in done.stdout
    assert "The program has ended" in done.stdout
